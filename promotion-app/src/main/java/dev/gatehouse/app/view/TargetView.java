package dev.gatehouse.app.view;

import dev.gatehouse.change.Revision;
import dev.gatehouse.promotion.TargetState;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows where a target of a promotion stands. */
public final class TargetView {
  private TargetView() {}

  /** Returns one line. */
  public static String line(TargetState target) {
    return target.target()
        + ": "
        + target.step().name().toLowerCase(Locale.ROOT)
        + target
            .revision()
            .map(r -> (target.alreadyThere() ? ", was there at " : ", commit ") + r.brief())
            .orElse("")
        + target.reason().map(reason -> ", " + reason.what()).orElse("");
  }

  /** Returns the fields. */
  public static Map<String, @Nullable Object> fields(TargetState target) {
    return Fields.of("target", target.target())
        .and("step", target.step())
        .and("since", target.since())
        .and("revision", target.revision().map(Revision::value))
        .and("alreadyThere", target.alreadyThere())
        .and("reason", target.reason().map(ReasonView::fields))
        .map();
  }
}
