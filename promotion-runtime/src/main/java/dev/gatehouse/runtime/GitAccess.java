package dev.gatehouse.runtime;

import dev.gatehouse.config.settings.GatehouseSettings;
import dev.gatehouse.config.settings.RepositorySettings;
import dev.gatehouse.config.settings.SecretReference;
import dev.gatehouse.git.remote.Access;
import dev.gatehouse.git.remote.Secret;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.Repository;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How repositories are reached, from the settings; a secret is read at every use, so that a rotated
 * one is seen.
 *
 * @param settings what the rules say now
 * @param environment the variables that secrets may be referred to by
 */
record GitAccess(Supplier<GatehouseSettings> settings, Map<String, String> environment)
    implements Function<Repository, Access> {
  static final ReasonCode KEY_UNUSABLE = ReasonCode.of("key-unusable");

  @Override
  public Access apply(Repository repository) {
    RepositorySettings known = settings.get().repository(repository.name());
    bounded(repository, known);
    if (known.token().isPresent()) {
      return new Access.Token(
          known.username().orElse("git"),
          Secret.of(Secrets.read(known.token().get(), environment)));
    }
    return known
        .sshKey()
        .<Access>map(key -> ssh(repository, known, key))
        .orElseGet(Access.Anonymous::new);
  }

  /** At every use: an edit of the rules may name another address. */
  private void bounded(Repository repository, RepositorySettings known) {
    Reach reach = Reach.of(environment);
    String where = "repository " + repository.name();
    reach.contact(repository.url(), where);
    Stream.of(
            known.token(),
            known.sshKey(),
            known.passphrase(),
            known.commits().signing().map(signing -> signing.key()))
        .flatMap(Optional::stream)
        .forEach(secret -> reach.secret(secret, repository.url(), where));
    known.knownHosts().ifPresent(file -> reach.file(file, where));
  }

  private Access ssh(Repository repository, RepositorySettings known, SecretReference key) {
    if (known.passphrase().isPresent()) {
      throw unusable(
          repository,
          "A key with a passphrase cannot be used yet.",
          "Use a deploy key without one, readable by this user only, or a token over https.");
    }
    Path hosts =
        known.knownHosts().orElse(Path.of(System.getProperty("user.home"), ".ssh", "known_hosts"));
    return new Access.SshKey(keyFile(repository, key), hosts);
  }

  private Path keyFile(Repository repository, SecretReference key) {
    if (key instanceof SecretReference.InFile file) {
      return file.path();
    }
    String value = Secrets.read(key, environment);
    if (value.contains("PRIVATE KEY")) {
      throw unusable(
          repository,
          "The variable holds the key itself, which would have to be written to a disk.",
          "Let it hold the path of the key's file, or write sshKeyFrom: { file: … }.");
    }
    return Path.of(value);
  }

  private static InvalidConfigurationException unusable(
      Repository repository, String what, String next) {
    return new InvalidConfigurationException(
        new Reason(KEY_UNUSABLE, what, "repository " + repository.name(), next));
  }
}
