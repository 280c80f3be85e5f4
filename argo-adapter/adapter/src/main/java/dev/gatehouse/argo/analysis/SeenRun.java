package dev.gatehouse.argo.analysis;

import dev.gatehouse.argocd.model.AnalysisCode;
import dev.gatehouse.argocd.model.AnalysisRun;
import dev.gatehouse.argocd.model.Rollout;
import java.time.Instant;
import java.util.Optional;

/**
 * An analysis run and the rollout that it belongs to.
 *
 * @param run the run
 * @param rollout its rollout; empty for a run that belongs to none, such as a hook
 */
public record SeenRun(AnalysisRun run, Optional<Rollout> rollout) {
  private static final String BACKGROUND = "Background";

  /** What the run says. */
  enum Outcome {
    GOOD,
    BAD,
    RUNNING,
    UNCLEAR
  }

  /**
   * Returns whether it is about what was synced since then: it was created later, and it is about
   * the pod template that its rollout wants now.
   */
  boolean isAbout(Instant syncedSince) {
    return run.metadata().creationTimestamp().filter(at -> !at.isBefore(syncedSince)).isPresent()
        && rollout.map(this::isOfTemplate).orElse(true);
  }

  private boolean isOfTemplate(Rollout of) {
    String hash = label(AnalysisRun.POD_HASH);
    return of.isObserved() && !hash.isEmpty() && hash.equals(of.status().currentPodHash());
  }

  /** Returns what one run shares with those that repeat it after a retry. */
  String place() {
    return rollout
        .map(
            of ->
                of.metadata().uid() + "/" + label(AnalysisRun.TYPE) + "/" + label(AnalysisRun.STEP))
        .orElse(name());
  }

  String name() {
    return run.metadata().name();
  }

  Instant createdAt() {
    return run.metadata().creationTimestamp().orElse(Instant.MIN);
  }

  Outcome outcome() {
    return switch (run.status().code()) {
      case FAILED, ERROR -> Outcome.BAD;
      case INCONCLUSIVE -> Outcome.UNCLEAR;
      case SUCCESSFUL -> isMeasured() ? Outcome.GOOD : Outcome.UNCLEAR;
      default -> Outcome.RUNNING;
    };
  }

  /** A run that is terminated says "Successful"; only of a background run is that the usual end. */
  private boolean isMeasured() {
    if (!run.spec().terminate()) {
      return true;
    }
    return label(AnalysisRun.TYPE).equals(BACKGROUND)
        && run.status().metricResults().stream()
            .allMatch(
                metric -> metric.measurements().stream().anyMatch(AnalysisRun.Measurement::isGood))
        && !run.status().metricResults().isEmpty();
  }

  /** Returns why it is not clear, in words for people. */
  String unclear() {
    return run.status().code() == AnalysisCode.INCONCLUSIVE
        ? "is inconclusive"
        : "was terminated before it had measured";
  }

  private String label(String key) {
    return run.metadata().labels().getOrDefault(key, "");
  }
}
