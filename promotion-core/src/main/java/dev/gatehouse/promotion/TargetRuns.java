package dev.gatehouse.promotion;

import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.stage.TargetName;
import java.util.Map;
import java.util.Optional;

/** Folds the events of runs into the targets; pure. */
final class TargetRuns {
  private TargetRuns() {}

  static void apply(Map<TargetName, TargetState> targets, Recorded recorded) {
    PromotionEvent event = recorded.event();
    if (event instanceof PromotionEvent.TargetRunIntended intended) {
      TargetRun run = TargetRun.intended(intended.attempt(), recorded.at());
      targets.computeIfPresent(intended.target(), (name, state) -> state.withRun(Optional.of(run)));
    } else if (event instanceof PromotionEvent.TargetRunStarted started) {
      targets.computeIfPresent(
          started.target(),
          (name, state) -> state.withRun(state.run().map(run -> run.started(started.handle()))));
    } else if (event instanceof PromotionEvent.TargetRunNotStarted over) {
      targets.computeIfPresent(
          over.target(), (name, state) -> state.withRun(state.run().map(TargetRun::notStarted)));
    }
  }
}
