package dev.gatehouse.view;

import dev.gatehouse.change.Revision;
import dev.gatehouse.promotion.TargetState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A target of a promotion as data. */
public final class TargetFields {
  private TargetFields() {}

  /** Returns the fields. */
  public static Map<String, @Nullable Object> of(TargetState target, StepWording words) {
    return Fields.of("target", target.target())
        .and("step", target.step())
        .and("since", target.since())
        .and("revision", target.revision().map(Revision::value))
        .and("alreadyThere", target.alreadyThere())
        .and("reason", target.reason().map(reason -> ReasonFields.of(reason, words)))
        .map();
  }
}
