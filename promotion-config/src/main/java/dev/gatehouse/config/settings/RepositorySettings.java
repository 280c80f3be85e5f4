package dev.gatehouse.config.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to log on to a repository and who is the author of its commits.
 *
 * @param username the user for https
 * @param token where the token or password for https is found
 * @param sshKey where the private key for ssh is found
 * @param passphrase where the passphrase of that key is found
 * @param knownHosts the file with the host keys of ssh servers; empty for that of the user
 * @param commits the author of commits
 */
public record RepositorySettings(
    Optional<String> username,
    Optional<SecretReference> token,
    Optional<SecretReference> sshKey,
    Optional<SecretReference> passphrase,
    Optional<Path> knownHosts,
    CommitSettings commits) {
  /** No credentials, and the product's own name in commits. */
  public static final RepositorySettings DEFAULT =
      new RepositorySettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          CommitSettings.DEFAULT);
}
