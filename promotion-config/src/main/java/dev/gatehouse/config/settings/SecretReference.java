package dev.gatehouse.config.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where a secret is found; never the secret itself, so it may be logged. Immutable. */
public sealed interface SecretReference {
  /** The places a secret can be in; one constant per record. */
  enum Kind {
    ENVIRONMENT,
    FILE,
    STORE
  }

  /** Returns the kind of place. */
  Kind kind();

  /** Returns the words for people, such as {@code environment variable GATEHOUSE_TOKEN}. */
  String label();

  /**
   * Returns the secret without the line break at its end, or empty when it is not there.
   *
   * @param environment the variables of the process
   */
  Optional<String> read(Map<String, String> environment);

  /**
   * An environment variable.
   *
   * @param variable its name
   */
  record Environment(String variable) implements SecretReference {
    @Override
    public Kind kind() {
      return Kind.ENVIRONMENT;
    }

    @Override
    public String label() {
      return "environment variable " + variable;
    }

    @Override
    public Optional<String> read(Map<String, String> environment) {
      return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
  }

  /**
   * A file.
   *
   * @param path where it is
   */
  record InFile(Path path) implements SecretReference {
    @Override
    public Kind kind() {
      return Kind.FILE;
    }

    @Override
    public String label() {
      return "file " + path;
    }

    @Override
    public Optional<String> read(Map<String, String> environment) {
      try {
        return Optional.of(Files.readString(path).stripTrailing()).filter(text -> !text.isEmpty());
      } catch (IOException | java.io.UncheckedIOException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * The credential store of the system, asked through Git's credential helpers.
   *
   * @param address the https address that it is kept under, with the user if there is one, and
   *     never with a password
   */
  record InStore(URI address) implements SecretReference {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    /**
     * Checks the address; its text is in no message.
     *
     * @throws IllegalArgumentException if no credential can be kept under it
     */
    public InStore {
      String user = Optional.ofNullable(address.getUserInfo()).orElse("");
      String path = Optional.ofNullable(address.getPath()).orElse("");
      if (!"https".equals(address.getScheme())
          || address.getHost() == null
          || address.getRawQuery() != null
          || address.getRawFragment() != null
          || user.contains(":")
          || (user + path).chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("no credential can be kept under this address");
      }
    }

    @Override
    public Kind kind() {
      return Kind.STORE;
    }

    @Override
    public String label() {
      return "credential store, " + address;
    }

    /** Runs {@code git credential fill}, for fifteen seconds at most, without asking anybody. */
    @Override
    public Optional<String> read(Map<String, String> environment) {
      return new GitCredentials(LIMIT).password(address, environment);
    }
  }
}
