package dev.gatehouse.app.view;

import dev.gatehouse.api.Found;
import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.reason.Reason;

/** Shows why what was typed does not name one promotion. */
public final class FoundView {
  private FoundView() {}

  /** Returns the report; what names several is a mistake of the command line. */
  public static Report of(Found found, Ink ink) {
    Reason why = found.why().orElseThrow();
    return found.kind() == Found.Kind.SEVERAL
        ? ReasonView.report(Exit.INVALID, "invalid", why, ink)
        : ReasonView.refused(why, ink);
  }
}
