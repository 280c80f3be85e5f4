package dev.gatehouse.engine;

import dev.gatehouse.change.Change;
import dev.gatehouse.change.ChangeId;
import dev.gatehouse.gate.StagePass;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.spi.DesiredStateWriter;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks in Git whether a stage still holds a change: promoting the change again would edit nothing
 * there. A good answer is kept for a minute, so that many targets ask once. Thread-safe.
 */
final class Holding {
  static final ReasonCode STAGE_LOST_CHANGE = ReasonCode.of("stage-lost-change");
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int KEPT_AT_MOST = 1000;
  private final DesiredStateWriter writer;
  private final Map<Asked, Instant> held = new ConcurrentHashMap<>();

  private record Asked(ChangeId change, StageName stage) {}

  Holding(DesiredStateWriter writer) {
    this.writer = writer;
  }

  /** Returns the pass as it is, or with the reason why the stage no longer counts. */
  StagePass checked(StagePass pass, Change change, Stage stage, Instant now) {
    Asked asked = new Asked(change.id(), stage.name());
    Instant last = held.get(asked);
    if (last != null && !now.isBefore(last) && now.isBefore(last.plus(KEPT))) {
      return pass;
    }
    Optional<Reason> lost = lost(change, stage);
    if (lost.isPresent()) {
      held.remove(asked);
      return new StagePass(pass.stage(), pass.since(), pass.until(), lost);
    }
    if (held.size() >= KEPT_AT_MOST) {
      held.clear();
    }
    held.put(asked, now);
    return pass;
  }

  private Optional<Reason> lost(Change change, Stage stage) {
    List<EditPreview> previews;
    try {
      previews = writer.previews(change, stage.targets());
    } catch (PlatformException broken) {
      return Optional.of(broken.reason());
    }
    for (int i = 0; i < previews.size(); i++) {
      Optional<String> what = what(previews.get(i));
      if (what.isPresent()) {
        return Optional.of(lost(stage, stage.targets().get(i), what.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> what(EditPreview preview) {
    if (preview instanceof EditPreview.Refused refused) {
      return Optional.of(refused.reason().what());
    }
    return ((EditPreview.Computed) preview)
        .edits().stream()
            .findFirst()
            .map(edit -> edit.file() + " was changed at " + edit.place() + ".");
  }

  private static Reason lost(Stage stage, Target target, String what) {
    return new Reason(
        STAGE_LOST_CHANGE,
        "This change has succeeded in " + stage.name() + ", which no longer holds it: " + what,
        "stage " + stage.name() + ", target " + target.name(),
        next(stage.name()));
  }

  /** A stage that went back to an older change has rejected the newer one. */
  static Reason wentBack(StageName stage, PromotionSummary older) {
    return new Reason(
        STAGE_LOST_CHANGE,
        "This change has succeeded in "
            + stage
            + ", which then went back to "
            + older.change().brief()
            + ".",
        "stage " + stage,
        next(stage));
  }

  private static String next(StageName stage) {
    return "Promote it to " + stage + " again, or ask for a waiver of stage-order.";
  }
}
