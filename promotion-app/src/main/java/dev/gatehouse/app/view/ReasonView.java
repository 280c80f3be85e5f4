package dev.gatehouse.app.view;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.view.Fields;
import dev.gatehouse.view.ReasonFields;
import java.util.List;

/** Shows a {@link Reason}: what, where, next step and the page that explains it. */
public final class ReasonView {
  private ReasonView() {}

  /** Returns the report of a refusal, headed by its verdict. */
  public static Report refused(Reason reason, Ink ink) {
    return report(Exit.REFUSED, "refused", reason, ink);
  }

  /** Returns the report of an end that this reason explains. */
  public static Report report(Exit exit, String outcome, Reason reason, Ink ink) {
    String head = ink.red(ink.bold(outcome.toUpperCase(java.util.Locale.ROOT)));
    return new Report(
        exit,
        lines(head, reason, "<promotion>"),
        Fields.of("outcome", outcome)
            .and("reason", ReasonFields.of(reason, StepWords.TYPED))
            .map());
  }

  /**
   * Returns the lines of a reason.
   *
   * @param head what is before the code
   * @param promotion the id that is put where the reason says {@code <promotion>}
   */
  public static List<String> lines(String head, Reason reason, String promotion) {
    return List.of(
        head + " " + reason.code(),
        "  what   " + Shown.text(reason.what()),
        "  where  " + reason.where(),
        "  next   " + next(reason, promotion),
        "  why    " + ReasonFields.page(reason));
  }

  private static String next(Reason reason, String promotion) {
    return Shown.text(StepWords.TYPED.next(reason, promotion));
  }
}
