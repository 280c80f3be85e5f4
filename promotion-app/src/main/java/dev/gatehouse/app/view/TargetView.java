package dev.gatehouse.app.view;

import dev.gatehouse.promotion.TargetState;
import java.util.Locale;

/** Shows where a target of a promotion is. */
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
}
