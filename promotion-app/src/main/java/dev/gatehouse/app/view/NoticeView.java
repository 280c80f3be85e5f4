package dev.gatehouse.app.view;

import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.view.ReasonFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows what was accepted and looks like a mistake. */
public final class NoticeView {
  private NoticeView() {}

  /** Returns the report with the notices on top, and as a field. */
  public static Report before(Report report, List<Reason> notices, Ink ink) {
    List<String> lines = new ArrayList<>(lines(notices, ink));
    lines.addAll(report.text());
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(report.fields());
    fields.put(
        "notices",
        notices.stream().map(reason -> ReasonFields.of(reason, StepWords.TYPED)).toList());
    return new Report(report.exit(), lines, fields);
  }

  /** Returns the lines of the notices. */
  public static List<String> lines(List<Reason> notices, Ink ink) {
    String head = ink.yellow(ink.bold("NOTICE"));
    return notices.stream()
        .flatMap(notice -> ReasonView.lines(head, notice, "<promotion>").stream())
        .toList();
  }
}
