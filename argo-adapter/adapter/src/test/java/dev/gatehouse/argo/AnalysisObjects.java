package dev.gatehouse.argo;

import java.time.Instant;

/** Objects of Argo Rollouts as they are in a cluster. */
final class AnalysisObjects {
  static final String HASH = "db465c966";

  private AnalysisObjects() {}

  /** A rollout that wants the template with this hash, and has that one under full traffic. */
  static String rollout(String wanted, String stable) {
    return """
        {"apiVersion": "argoproj.io/v1alpha1", "kind": "Rollout",
         "metadata": {"name": "shop", "namespace": "shop", "uid": "rollout-1", "generation": 7},
         "status": {"phase": "Healthy", "observedGeneration": "7",
                    "currentPodHash": "%s", "stableRS": "%s"}}
        """
        .formatted(wanted, stable);
  }

  static String rollout() {
    return rollout(HASH, HASH);
  }

  /** A run of the rollout's first step. */
  static String run(String name, Instant created, String hash, String phase, String message) {
    return """
        {"apiVersion": "argoproj.io/v1alpha1", "kind": "AnalysisRun",
         "metadata": {"name": "%s", "namespace": "shop", "uid": "uid-%s",
           "creationTimestamp": "%s",
           "labels": {"rollouts-pod-template-hash": "%s", "rollout-type": "Step", "step-index": "1"},
           "ownerReferences": [{"apiVersion": "argoproj.io/v1alpha1", "kind": "Rollout",
             "name": "shop", "uid": "rollout-1"}]},
         "spec": {},
         "status": {"phase": "%s", "message": "%s",
           "metricResults": [{"name": "errors", "measurements": [{"phase": "%s"}]}]}}
        """
        .formatted(name, name, created, hash, phase, message, phase);
  }

  /** The same run after it was told to end. */
  static String terminated(String run, String type) {
    return run.replace("\"spec\": {}", "\"spec\": {\"terminate\": true}")
        .replace("\"rollout-type\": \"Step\"", "\"rollout-type\": \"" + type + "\"");
  }

  /** The same run without an owner, as a hook makes it. */
  static String alone(String run) {
    return run.replace("ownerReferences", "others");
  }
}
