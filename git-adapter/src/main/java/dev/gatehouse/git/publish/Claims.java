package dev.gatehouse.git.publish;

import dev.gatehouse.change.Revision;
import dev.gatehouse.git.commit.Trailers;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.WriteIntents;
import dev.gatehouse.spi.WriteRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the newest commits of a branch claim by our trailers, against what the ledger knows.
 *
 * <p>A trailer proves nothing: anyone who may push can write one. Ours is only a commit that a
 * recorded intent names. For one thread and one tip.
 */
final class Claims {
  private static final int LOOKED_BACK = 300;
  private final History history;
  private final WriteIntents intents;
  private Optional<List<History.Claim>> newestFirst = Optional.empty();

  Claims(History history, WriteIntents intents) {
    this.history = history;
    this.intents = intents;
  }

  /**
   * Returns why a target must not be written: a commit that claims to have written it, newer than
   * any that the ledger knows of.
   */
  Optional<Reason> unproven(WriteRequest request) throws IOException {
    if (newestFirst.isEmpty()) {
      newestFirst = Optional.of(history.claims(LOOKED_BACK));
    }
    for (History.Claim claim : newestFirst.get()) {
      if (isAbout(claim.trailers(), request)) {
        return isKnown(claim, request) ? Optional.empty() : Optional.of(reason(claim, request));
      }
    }
    return Optional.empty();
  }

  /** Other installations may write other applications and stages of the same branch. */
  private static boolean isAbout(Trailers claimed, WriteRequest request) {
    String stage = request.change().application() + "-" + request.stage() + "-";
    return claimed.target().equals(request.target().name().value())
        && (claimed.promotion().equals(request.promotion().value())
            || claimed.promotion().matches(Pattern.quote(stage) + "[0-9a-f]{8,}"));
  }

  private boolean isKnown(History.Claim claim, WriteRequest request) {
    return intents
        .of(new PromotionId(claim.trailers().promotion()), request.target().name())
        .stream()
        .anyMatch(intent -> intent.commit().equals(claim.commit()));
  }

  private static Reason reason(History.Claim claim, WriteRequest request) {
    Revision commit = claim.commit();
    boolean own = claim.trailers().promotion().equals(request.promotion().value());
    String what =
        own
            ? "commit %s claims to be this promotion's write of target %s, but Gatehouse did not"
                + " push it: it was copied (cherry-pick, rebase) or forged"
            : "commit %s says that promotion %s wrote target %s, but the ledger does not know it:"
                + " the ledger was restored from a backup, or the commit was copied or forged";
    Object[] named =
        own
            ? new Object[] {commit.brief(), request.target().name()}
            : new Object[] {commit.brief(), claim.trailers().promotion(), request.target().name()};
    return GitReasons.reason(
        GitReasons.FOREIGN_WORK,
        what.formatted(named),
        CommitChain.where(request.target().repository()) + ", commit " + commit,
        "find out who pushed it; waive the gate once the branch is as it should be",
        new NextStep.Waive(Optional.of(request.promotion().value()), "branch"));
  }
}
