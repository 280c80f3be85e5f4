package dev.gatehouse.argo.live;

import dev.gatehouse.reason.ReasonCode;

/** The nine points that must all hold before a revision counts as synced and healthy. */
public enum Point {
  /** The application is asked to be at this revision, by anyone who has it synced. */
  ASKED_FOR("a"),
  /** The operation that Argo CD shows is the one that Gatehouse asked for. */
  SAME_OPERATION("b"),
  /** The operation is over and went well. */
  ENDED_WELL("c"),
  /** It was a full sync of this revision from these sources, with hooks. */
  FULL_SYNC("d"),
  /** Argo CD has compared since the operation ended. */
  COMPARED_SINCE("e"),
  /** The comparison was with this revision and found no difference. */
  IN_SYNC("f"),
  /** Every object is healthy, and stays so for a while. */
  HEALTHY("g"),
  /** Argo CD reports no error about the application. */
  NO_ERROR("h"),
  /** The application is in the project, and reads the repository and folder, of the target. */
  READS_TARGET("i");

  private final String letter;

  Point(String letter) {
    this.letter = letter;
  }

  /** Returns the letter by which messages name it. */
  public String letter() {
    return letter;
  }

  /** Returns the code under which people read about it. */
  public ReasonCode code() {
    return switch (this) {
      case ASKED_FOR -> ReasonCode.of("argo-not-asked-for");
      case SAME_OPERATION -> ReasonCode.of("argo-other-operation");
      case ENDED_WELL -> ReasonCode.of("argo-operation-not-done");
      case FULL_SYNC -> ReasonCode.of("argo-no-full-sync");
      case COMPARED_SINCE -> ReasonCode.of("argo-not-compared-yet");
      case IN_SYNC -> ReasonCode.of("argo-out-of-sync");
      case HEALTHY -> ReasonCode.of("argo-not-healthy");
      case NO_ERROR -> ReasonCode.of("argo-error-condition");
      case READS_TARGET -> ReasonCode.of("argo-no-source");
    };
  }
}
