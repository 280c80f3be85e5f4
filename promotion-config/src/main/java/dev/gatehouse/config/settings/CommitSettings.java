package dev.gatehouse.config.settings;

import java.util.Optional;

/**
 * The author of commits, and how they are signed.
 *
 * @param author the author
 * @param committer the committer
 * @param signing the key that signs; empty for none
 */
public record CommitSettings(GitIdentity author, GitIdentity committer, Optional<Signing> signing) {
  /** The product's own name, unsigned. */
  public static final CommitSettings DEFAULT =
      new CommitSettings(GitIdentity.GATEHOUSE, GitIdentity.GATEHOUSE, Optional.empty());

  /**
   * A key that signs commits.
   *
   * @param format its kind
   * @param key where it is found
   * @param passphrase where its passphrase is found
   */
  public record Signing(Format format, SecretReference key, Optional<SecretReference> passphrase) {
    /** The kinds of key. */
    public enum Format {
      OPENPGP,
      SSH
    }
  }
}
