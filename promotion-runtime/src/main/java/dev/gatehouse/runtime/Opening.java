package dev.gatehouse.runtime;

import dev.gatehouse.config.problem.ConfigurationProblem;
import java.util.List;

/** What came of opening an engine from a file. */
public sealed interface Opening {
  /** The kind of outcome; one constant per record. */
  enum Kind {
    OPENED,
    INVALID
  }

  /** Returns the kind. */
  Kind kind();

  /** It is open; the caller closes it. */
  record Opened(Composition composition) implements Opening {
    @Override
    public Kind kind() {
      return Kind.OPENED;
    }
  }

  /** The file cannot be used; every mistake in it. */
  record Invalid(List<ConfigurationProblem> problems) implements Opening {
    /** Copies the list. */
    public Invalid {
      problems = List.copyOf(problems);
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }
}
