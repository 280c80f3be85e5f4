package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An analysis that ran, of Argo Rollouts. */
public record AnalysisRun(ObjectMeta metadata, Status status) {
  /** Fills what is missing; refuses an answer that names no run. */
  public AnalysisRun {
    metadata = ObjectMeta.named(metadata, "AnalysisRun");
    status = Given.or(status, Status.EMPTY);
  }

  /** How it went. */
  public record Status(
      String phase,
      Optional<String> message,
      Optional<Instant> startedAt,
      Optional<Instant> completedAt,
      List<Metric> metricResults) {
    private static final Status EMPTY =
        new Status("", Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /** Fills what is missing. */
    public Status {
      phase = Given.text(phase);
      message = Given.filled(message);
      metricResults = Given.list(metricResults);
    }
  }

  /** One of the things that were measured. */
  public record Metric(
      String name,
      String phase,
      Optional<String> message,
      long count,
      long successful,
      long failed) {
    /** Fills what is missing. */
    public Metric {
      name = Given.text(name);
      phase = Given.text(phase);
      message = Given.filled(message);
    }
  }
}
