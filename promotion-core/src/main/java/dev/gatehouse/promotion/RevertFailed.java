package dev.gatehouse.promotion;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.TargetName;
import java.util.stream.Stream;

/**
 * The reason of a target whose revert was refused, for instance because someone changed it since.
 */
public final class RevertFailed {
  /** The code. */
  public static final ReasonCode CODE = ReasonCode.of("revert-refused");

  private RevertFailed() {}

  /** Returns the reason of a target that runs what it ran before, while Git says otherwise. */
  public static Reason rolledBack(TargetName target, Reason refusal) {
    return new Reason(
        CODE,
        refusal.what() + " What runs was rolled back by its control plane; Git was not.",
        "target " + target + ", " + refusal.where(),
        "Revert the change in Git by hand before anybody syncs. " + refusal.next(),
        refusal.steps());
  }

  /** Returns the reason of a target that runs the change still, while Git no longer says so. */
  public static Reason notSynced(TargetName target, Reason refusal) {
    return new Reason(
        CODE,
        "Git was reverted; what runs was not: " + refusal.what(),
        "target " + target + ", " + refusal.where(),
        "Have the newest revision of the branch synced by hand. " + refusal.next(),
        refusal.steps());
  }

  /** Returns the reason of a target that goes back neither in Git nor where it runs. */
  public static Reason inNoWay(TargetName target, Reason git, Reason runs) {
    return new Reason(
        CODE,
        git.what() + " What runs could not be rolled back either: " + runs.what(),
        "target " + target + ", " + git.where(),
        git.next() + " " + runs.next(),
        Stream.concat(git.steps().stream(), runs.steps().stream()).toList());
  }

  /** Wraps the refusal of a writer. */
  public static Reason of(TargetName target, Reason refusal) {
    return new Reason(
        CODE,
        refusal.what(),
        "target " + target + ", " + refusal.where(),
        refusal.next(),
        refusal.steps());
  }
}
