package dev.gatehouse.config;

import dev.gatehouse.config.problem.ConfigurationProblem;
import dev.gatehouse.config.settings.GatehouseSettings;
import dev.gatehouse.policy.Rulebook;
import java.util.List;

/** What came of reading a file; immutable. */
public sealed interface LoadedConfiguration {
  /** The outcomes; one constant per record. */
  enum Outcome {
    LOADED,
    INVALID
  }

  /** Returns the outcome. */
  Outcome outcome();

  /**
   * A file without a mistake.
   *
   * @param rulebook its rules
   * @param settings what it says besides
   * @param notices what is allowed and worth a look, in the order of the file
   */
  record Loaded(Rulebook rulebook, GatehouseSettings settings, List<ConfigurationProblem> notices)
      implements LoadedConfiguration {
    /** Copies the list. */
    public Loaded {
      notices = List.copyOf(notices);
    }

    @Override
    public Outcome outcome() {
      return Outcome.LOADED;
    }
  }

  /**
   * A file with mistakes.
   *
   * @param problems all of them, in the order of the file; never empty
   */
  record Invalid(List<ConfigurationProblem> problems) implements LoadedConfiguration {
    /** Copies the list. */
    public Invalid {
      problems = List.copyOf(problems);
    }

    /** Returns all mistakes as the text that a person reads. */
    public String report() {
      return String.join("\n", problems.stream().map(ConfigurationProblem::text).toList()) + "\n";
    }

    @Override
    public Outcome outcome() {
      return Outcome.INVALID;
    }
  }
}
