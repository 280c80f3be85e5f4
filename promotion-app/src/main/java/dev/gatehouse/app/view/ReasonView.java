package dev.gatehouse.app.view;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.reason.Reason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a {@link Reason}: what, where, next step and the page that explains it. */
public final class ReasonView {
  private static final String PAGE = "docs/reference/reasons.md#";

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
        Fields.of("outcome", outcome).and("reason", fields(reason)).map());
  }

  /**
   * Returns the lines of a reason.
   *
   * @param head what stands before the code
   * @param promotion the id that is put where the reason says {@code <promotion>}
   */
  public static List<String> lines(String head, Reason reason, String promotion) {
    return List.of(
        head + " " + reason.code(),
        "  what   " + Shown.text(reason.what()),
        "  where  " + reason.where(),
        "  next   " + next(reason, promotion),
        "  why    " + PAGE + reason.code());
  }

  /** Returns the fields of a reason. */
  public static Map<String, @Nullable Object> fields(Reason reason) {
    return Fields.of("code", reason.code())
        .and("what", reason.what())
        .and("where", reason.where())
        .and("next", StepWords.next(reason, "<promotion>"))
        .and("steps", reason.steps().stream().map(StepView::fields).toList())
        .and("page", PAGE + reason.code())
        .map();
  }

  private static String next(Reason reason, String promotion) {
    return Shown.text(StepWords.next(reason, promotion));
  }
}
