package dev.gatehouse.app.view;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.history.AuditReport;
import dev.gatehouse.view.AuditFields;
import java.util.ArrayList;
import java.util.List;

/** Shows what came of verifying a ledger. */
public final class AuditView {
  private AuditView() {}

  /** Returns the report; an altered ledger is a failure. */
  public static Report of(AuditReport audit, String ledger, Ink ink) {
    String size =
        counted(audit.entries(), "row")
            + " of "
            + counted(audit.promotions(), "promotion")
            + " and "
            + counted(audit.checkpoints(), "checkpoint")
            + " in "
            + ledger;
    List<String> lines = new ArrayList<>();
    audit
        .firstBad()
        .ifPresent(
            bad ->
                lines.addAll(ReasonView.lines(ink.red(ink.bold("ALTERED")), bad, "<promotion>")));
    lines.add(
        audit.isIntact()
            ? ink.green(ink.bold("INTACT")) + " " + size + ": " + proven(audit)
            : "read " + size);
    return new Report(
        audit.isIntact() ? Exit.DONE : Exit.REFUSED,
        lines,
        AuditFields.of(audit, ledger, StepWords.TYPED));
  }

  private static String proven(AuditReport audit) {
    String forgotten =
        audit.forgotten() == 0
            ? ""
            : " Values were forgotten in " + counted(audit.forgotten(), "row") + ".";
    return "nothing altered, dropped or added." + forgotten;
  }

  private static String counted(long number, String of) {
    return number + " " + of + (number == 1 ? "" : "s");
  }
}
