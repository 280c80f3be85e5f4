package dev.gatehouse.app.view;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.config.problem.ConfigurationProblem;
import dev.gatehouse.view.Fields;
import dev.gatehouse.view.ReasonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows every mistake in a file at once. */
public final class ProblemsView {
  private ProblemsView() {}

  /** Returns the report of a file that cannot be used. */
  public static Report of(List<ConfigurationProblem> problems, Ink ink) {
    List<String> lines = new ArrayList<>(lines(problems));
    String count = problems.size() == 1 ? "1 mistake" : problems.size() + " mistakes";
    lines.add(ink.red(ink.bold("INVALID")) + " " + count + "; nothing was done.");
    return new Report(
        Exit.INVALID,
        lines,
        Fields.of("outcome", "invalid").and("problems", fields(problems)).map());
  }

  /** Returns two lines for each, as editors understand them. */
  public static List<String> lines(List<ConfigurationProblem> problems) {
    return problems.stream()
        .flatMap(problem -> problem.text(StepWords.TYPED.next(problem.reason(), "")).lines())
        .toList();
  }

  /** Returns the fields of each. */
  public static List<Map<String, @Nullable Object>> fields(List<ConfigurationProblem> problems) {
    return problems.stream().map(ProblemsView::fields).toList();
  }

  private static Map<String, @Nullable Object> fields(ConfigurationProblem problem) {
    return Fields.of("file", problem.file())
        .and("line", problem.line())
        .and("column", problem.column())
        .and("path", problem.path())
        .and("reason", ReasonFields.of(problem.reason(), StepWords.TYPED))
        .map();
  }
}
