package dev.gatehouse.argocd.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.http.Given;
import java.util.Optional;

/** A Rollout of Argo Rollouts as it is in the cluster, as far as someone reads it. */
public record Rollout(Meta metadata, Status status) {
  /** Refuses an answer that names no object, and fills what is missing. */
  public Rollout {
    if (metadata == null) {
      throw new IllegalArgumentException("the answer has no metadata");
    }
    status = Given.or(status, Status.EMPTY);
  }

  /** Whether the controller has taken up the newest specification. */
  public boolean isObserved() {
    return status.observedGeneration().equals(String.valueOf(metadata.generation()));
  }

  /** Whether all traffic goes to what is wanted. */
  public boolean isComplete() {
    return isObserved()
        && !status.currentPodHash().isEmpty()
        && status.currentPodHash().equals(status.stableHash());
  }

  /** Its name and which specification is the newest. */
  public record Meta(String name, String uid, long generation) {
    /** Fills what is missing. */
    public Meta {
      Given.required(name, "metadata.name");
      uid = Given.text(uid);
    }
  }

  /**
   * How far it is.
   *
   * @param currentPodHash the hash of the pod template that is wanted
   * @param stableHash the hash of the pod template that has all traffic
   * @param observedGeneration the specification that the controller has taken up, as text
   */
  public record Status(
      String phase,
      Optional<String> message,
      boolean abort,
      String currentPodHash,
      @JsonProperty("stableRS") String stableHash,
      String observedGeneration) {
    static final Status EMPTY = new Status("", Optional.empty(), false, "", "", "");

    /** Fills what is missing. */
    public Status {
      phase = Given.text(phase);
      message = Given.filled(message);
      currentPodHash = Given.text(currentPodHash);
      stableHash = Given.text(stableHash);
      observedGeneration = Given.text(observedGeneration);
    }
  }
}
