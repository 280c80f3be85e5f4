package dev.gatehouse.runtime;

import dev.gatehouse.config.settings.CommitSettings;
import dev.gatehouse.config.settings.GitIdentity;
import dev.gatehouse.git.commit.Identity;
import dev.gatehouse.git.commit.Signer;
import dev.gatehouse.git.commit.SigningProgram;
import dev.gatehouse.git.publish.PublishSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Whose name is in commits, and who signs them, in the words of the Git adapter. */
final class Commits {
  private Commits() {}

  /** Returns the settings of commits; the signing key stays with gpg or ssh-keygen. */
  static PublishSettings of(CommitSettings settings, Map<String, String> environment) {
    return new PublishSettings(
        identity(settings.author()),
        identity(settings.committer()),
        signer(settings, environment),
        PublishSettings.DEFAULT.tries(),
        PublishSettings.DEFAULT.lease());
  }

  private static Optional<Signer> signer(CommitSettings settings, Map<String, String> environment) {
    return settings
        .signing()
        .map(
            signing -> {
              String key =
                  signing.key() instanceof dev.gatehouse.config.settings.SecretReference.InFile file
                          && signing.format() == CommitSettings.Signing.Format.SSH
                      ? file.path().toString()
                      : Secrets.read(signing.key(), environment);
              return signing.format() == CommitSettings.Signing.Format.SSH
                  ? SigningProgram.ssh(Path.of(key))
                  : SigningProgram.gpg(key);
            });
  }

  private static Identity identity(GitIdentity identity) {
    return new Identity(identity.name(), identity.email());
  }
}
