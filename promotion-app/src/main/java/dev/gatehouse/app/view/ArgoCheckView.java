package dev.gatehouse.app.view;

import dev.gatehouse.app.argo.Checked;
import dev.gatehouse.app.argo.Finding;
import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.view.Fields;
import dev.gatehouse.view.ReasonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows what was found at the Argo CD servers, one line for each thing. */
public final class ArgoCheckView {
  private ArgoCheckView() {}

  /** Returns the report; anything that is missing is a failure. */
  public static Report of(List<Checked> shards, Ink ink) {
    long missing = shards.stream().mapToLong(Checked::missing).sum();
    List<String> lines = new ArrayList<>();
    for (Checked shard : shards) {
      lines.add(ink.bold("shard " + shard.shard()) + "  " + shard.address());
      add(lines, "  ", shard.server(), ink);
      for (Checked.OfTarget target : shard.targets()) {
        lines.add("  target " + target.target() + "  application " + target.application());
        add(lines, "    ", target.findings(), ink);
      }
    }
    lines.add(
        missing == 0
            ? ink.green(ink.bold("READY")) + " Nothing is missing."
            : ink.red(ink.bold("NOT READY")) + ": " + problems(missing) + " to fix.");
    return new Report(
        missing == 0 ? Exit.DONE : Exit.REFUSED,
        lines,
        Fields.of("outcome", missing == 0 ? "done" : "failed")
            .and("missing", missing)
            .and("shards", shards.stream().map(ArgoCheckView::fields).toList())
            .map());
  }

  private static String problems(long missing) {
    return missing == 1 ? "1 problem" : missing + " problems";
  }

  private static void add(List<String> lines, String indent, List<Finding> findings, Ink ink) {
    for (Finding finding : findings) {
      if (finding.problem().isPresent()) {
        Reason problem = finding.problem().get();
        lines.add(
            "%s%s  %s: %s %s"
                .formatted(
                    indent,
                    ink.red("missing"),
                    finding.about(),
                    problem.code(),
                    Shown.text(problem.what())));
        lines.add(indent + "         next: " + StepWords.TYPED.next(problem, "<promotion>"));
      } else {
        String word =
            finding.kind() == Finding.Kind.NOTE
                ? ink.yellow("note") + "   "
                : ink.green("ok") + "     ";
        lines.add("%s%s  %s: %s".formatted(indent, word, finding.about(), finding.seen()));
      }
    }
  }

  private static Map<String, @Nullable Object> fields(Checked shard) {
    return Fields.of("shard", shard.shard())
        .and("address", shard.address())
        .and("server", shard.server().stream().map(ArgoCheckView::fields).toList())
        .and(
            "targets",
            shard.targets().stream()
                .map(
                    target ->
                        Fields.of("target", target.target())
                            .and("application", target.application())
                            .and(
                                "findings",
                                target.findings().stream().map(ArgoCheckView::fields).toList())
                            .map())
                .toList())
        .map();
  }

  private static Map<String, @Nullable Object> fields(Finding finding) {
    return Fields.of("about", finding.about())
        .and("good", finding.isGood())
        .and("kind", finding.kind())
        .and("seen", finding.seen())
        .and(
            "problem",
            finding.problem().map((Reason reason) -> ReasonFields.of(reason, StepWords.TYPED)))
        .map();
  }
}
