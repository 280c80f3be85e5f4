package dev.gatehouse.git.remote;

import java.nio.file.Path;

/** How we prove to a remote who we are. */
public sealed interface Access {

  /** The message without anything secret. */
  default String scrub(String message) {
    return message.replaceAll("(://)[^/@\\s]+@", "$1***@");
  }

  /** Nothing: local paths, or a remote that asks nothing. */
  record Anonymous() implements Access {}

  /**
   * User and token over https.
   *
   * @param user what the host wants beside a token; hosts that ignore it take any word
   * @param token the token or password
   */
  record Token(String user, Secret token) implements Access {
    @Override
    public String scrub(String message) {
      return token.scrub(Access.super.scrub(message));
    }
  }

  /**
   * A private key file over ssh; unknown hosts are refused.
   *
   * @param key an unencrypted private key
   * @param knownHosts the file that lists the host's key
   */
  record SshKey(Path key, Path knownHosts) implements Access {}
}
