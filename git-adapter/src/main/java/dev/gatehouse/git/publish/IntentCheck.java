package dev.gatehouse.git.publish;

import dev.gatehouse.change.Revision;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.spi.WriteIntent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Finds out, after whatever happened before, whether a work is already on the branch: only a commit
 * that an intent names is ours. For one thread.
 */
public final class IntentCheck {
  private final History history;

  /** A check against this history. */
  public IntentCheck(History history) {
    this.history = history;
  }

  /**
   * The commit of this work on the branch, by its recorded intents, oldest first.
   *
   * @throws RefusedException when the branch was rewritten since an intent was recorded
   */
  public Optional<Revision> find(List<WriteIntent> intents) throws IOException, RefusedException {
    for (WriteIntent intent : intents) {
      if (history.holds(intent.commit())) {
        return Optional.of(intent.commit());
      }
    }
    for (WriteIntent intent : intents) {
      if (!history.holds(intent.parent())) {
        throw rewritten(intent);
      }
    }
    return Optional.empty();
  }

  private RefusedException rewritten(WriteIntent intent) {
    return new RefusedException(
        GitReasons.reason(
            GitReasons.REWRITTEN,
            "the branch was rewritten: commit %s, on which promotion %s was based, is no longer part of it"
                .formatted(intent.parent().brief(), intent.promotion()),
            intent.repository() + " branch " + intent.branch(),
            "find out who force-pushed and why, bring the lost commits back if they are missed, "
                + "then propose the change again"));
  }
}
