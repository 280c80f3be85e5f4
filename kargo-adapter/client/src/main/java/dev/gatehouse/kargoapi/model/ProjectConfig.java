package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a project is set up. */
public record ProjectConfig(ObjectMeta metadata, Spec spec) {
  /** Fills what is missing; refuses an answer that names no configuration. */
  public ProjectConfig {
    metadata = ObjectMeta.named(metadata, "ProjectConfig");
    spec = Given.or(spec, Spec.EMPTY);
  }

  /** What is set. */
  public record Spec(List<Policy> promotionPolicies) {
    private static final Spec EMPTY = new Spec(List.of());

    /** Fills what is missing. */
    public Spec {
      promotionPolicies = Given.list(promotionPolicies);
    }
  }

  /** For which Stages Freight is promoted without being asked for. */
  public record Policy(
      Optional<String> stage, Optional<StageSelector> stageSelector, boolean autoPromotionEnabled) {
    /** Fills what is missing. */
    public Policy {
      stage = Given.filled(stage);
    }
  }

  /**
   * Selects Stages.
   *
   * @param name exact, or a pattern behind {@code glob:} or {@code regex:}
   */
  public record StageSelector(Optional<String> name, Map<String, String> matchLabels) {
    /** Fills what is missing. */
    public StageSelector {
      name = Given.filled(name);
      matchLabels = Given.map(matchLabels);
    }
  }
}
