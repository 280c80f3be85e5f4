package dev.gatehouse.config.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a secret is found; never the secret itself, so it may be logged. Immutable. */
public sealed interface SecretReference {
  /** The places a secret can be in; one constant per record. */
  enum Kind {
    ENVIRONMENT,
    FILE
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
   * @param path where it stands
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
}
