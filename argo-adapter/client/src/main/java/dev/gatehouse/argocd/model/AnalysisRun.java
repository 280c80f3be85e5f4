package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An AnalysisRun of Argo Rollouts as it is in the cluster, as far as someone reads it. */
public record AnalysisRun(ObjectMeta metadata, Spec spec, Status status) {
  /** The label with the hash of the pod template that a run of a rollout is about. */
  public static final String POD_HASH = "rollouts-pod-template-hash";

  /** The label that says at which moment of a rollout it runs, such as {@code Background}. */
  public static final String TYPE = "rollout-type";

  /** The label with the number of the rollout's step. */
  public static final String STEP = "step-index";

  /** Refuses an answer that names no object, and fills what is missing. */
  public AnalysisRun {
    if (metadata == null) {
      throw new IllegalArgumentException("the answer has no metadata");
    }
    spec = Given.or(spec, Spec.EMPTY);
    status = Given.or(status, Status.EMPTY);
  }

  /** What is wanted of it; a run that is terminated ends as successful unless it failed before. */
  public record Spec(boolean terminate) {
    static final Spec EMPTY = new Spec(false);
  }

  /**
   * How far it is.
   *
   * @param phase the word on the wire; {@link #code()} is its meaning
   */
  public record Status(
      String phase,
      Optional<String> message,
      List<Metric> metricResults,
      Optional<Instant> startedAt) {
    static final Status EMPTY = new Status("", Optional.empty(), List.of(), Optional.empty());

    /** Copies the list and fills what is missing. */
    public Status {
      phase = Given.text(phase);
      message = Given.filled(message);
      metricResults = Given.list(metricResults);
    }

    /** What the word means. */
    public AnalysisCode code() {
      return AnalysisCode.of(phase);
    }
  }

  /** What one metric has measured. */
  public record Metric(String name, List<Measurement> measurements) {
    /** Copies the list and fills what is missing. */
    public Metric {
      name = Given.text(name);
      measurements = Given.list(measurements);
    }
  }

  /** One measurement. */
  public record Measurement(String phase, Optional<String> message) {
    private static final String TERMINATED = "metric terminated";

    /** Fills what is missing. */
    public Measurement {
      phase = Given.text(phase);
      message = Given.filled(message);
    }

    /** Whether it measured something good; one that was ended early says that it was successful. */
    public boolean isGood() {
      return AnalysisCode.of(phase) == AnalysisCode.SUCCESSFUL
          && message.filter(TERMINATED::equals).isEmpty();
    }
  }
}
