package dev.gatehouse.app.view;

import dev.gatehouse.app.argo.TargetDiff;
import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.view.Fields;
import dev.gatehouse.view.ReasonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows what lives at targets against what Git wants there, and after a promotion. */
public final class ArgoDiffView {
  private static final int WORD = 40;

  private ArgoDiffView() {}

  /**
   * Returns the report; an Argo CD that could not be asked is a failure, a difference is none.
   *
   * @param title application and stage
   * @param promotion the promotion that was named, if one was
   */
  public static Report of(
      String title, Optional<PromotionId> promotion, List<TargetDiff> targets, Ink ink) {
    long unasked = targets.stream().filter(target -> target.problem().isPresent()).count();
    long differing = targets.stream().filter(TargetDiff::differs).count();
    List<String> lines = new ArrayList<>();
    targets.forEach(target -> lines.addAll(lines(title, target, ink)));
    lines.add(verdict(targets, differing, unasked, ink));
    return new Report(
        unasked == 0 ? Exit.DONE : Exit.REFUSED,
        lines,
        Fields.of("outcome", unasked == 0 ? "done" : "failed")
            .and("promotion", promotion)
            .and("changed", targets.stream().filter(TargetDiff::isChanged).count())
            .and("differing", differing)
            .and("unasked", unasked)
            .and("targets", targets.stream().map(ArgoDiffView::fields).toList())
            .map());
  }

  private static String verdict(List<TargetDiff> targets, long differing, long unasked, Ink ink) {
    int all = targets.size();
    boolean planned = targets.stream().anyMatch(target -> target.planned().isPresent());
    long changed = targets.stream().filter(TargetDiff::isChanged).count();
    String already =
        differing == 0
            ? ink.green(ink.bold("SAME")) + " Nothing differs"
            : ink.yellow(ink.bold("DIFFERS")) + " " + differing + " of " + all + " targets";
    String found =
        planned
            ? "%s %d of %d targets. Already now: %s"
                .formatted(ink.yellow(ink.bold("CHANGES")), changed, all, already)
            : already;
    return unasked == 0
        ? found + "."
        : ink.red(ink.bold("NOT ASKED"))
            + " "
            + unasked
            + " of "
            + all
            + " targets. "
            + found
            + ".";
  }

  private static List<String> lines(String title, TargetDiff target, Ink ink) {
    String application = title.substring(0, title.indexOf('/')) + "/" + target.target().name();
    List<String> lines = new ArrayList<>();
    lines.add(
        "target %s  %s"
            .formatted(
                ink.bold(application),
                target.application().map(name -> "application " + name).orElse("no application")));
    if (target.application().isEmpty()) {
      lines.add("  No Argo CD application follows it: what is in Git counts as live.");
    }
    target.shown().ifPresent(shown -> lines.add("  " + standing(shown)));
    target.problem().ifPresent(problem -> lines.addAll(problem(problem, ink)));
    target
        .planned()
        .map(PlannedDiffView::lines)
        .or(() -> target.diff().map(diff -> lines(target, diff, ink)))
        .ifPresent(found -> found.forEach(line -> lines.add("  " + line)));
    return lines;
  }

  private static List<String> problem(Reason problem, Ink ink) {
    return List.of(
        "  %s  %s %s".formatted(ink.red("not asked"), problem.code(), Shown.text(problem.what())),
        "             next: " + StepWords.TYPED.next(problem, "<promotion>"));
  }

  private static String standing(TargetDiff.Shown shown) {
    return "%s, %s%s"
        .formatted(
            Shown.cut(shown.sync(), WORD),
            Shown.cut(shown.health(), WORD),
            shown
                .compared()
                .map(commit -> "; compared with commit " + commit(commit))
                .orElse("; not compared yet"));
  }

  private static String commit(String text) {
    return Shown.cut(text.matches("[0-9a-f]{40,64}") ? text.substring(0, 12) : text, WORD);
  }

  private static List<String> lines(TargetDiff target, ManifestDiff diff, Ink ink) {
    String objects = ObjectDiffView.count(diff);
    String same = ObjectDiffView.same(diff) + " the same.";
    if (!target.differs()) {
      return List.of("Nothing differs; " + same);
    }
    String sentence =
        switch (target.moment()) {
          case BEFORE -> "Before you promote, this target already differs in " + objects;
          case PROMOTED -> "Not all of the promoted commit is live: " + objects;
          case ELSEWHERE ->
              "Argo CD compared with another commit than the promoted one: " + objects;
        };
    List<String> lines = new ArrayList<>();
    lines.add(ink.yellow(sentence) + "; " + same + " What lives -> what Git wants:");
    ObjectDiffView.lines(diff, ObjectDiffView.Origin.UNKNOWN)
        .forEach(line -> lines.add("  " + line));
    return lines;
  }

  private static Map<String, @Nullable Object> fields(TargetDiff target) {
    Fields fields =
        Fields.of("target", target.target().name())
            .and("shard", target.target().shard())
            .and("argo", target.application())
            .and("sync", target.shown().map(TargetDiff.Shown::sync))
            .and("health", target.shown().map(TargetDiff.Shown::health))
            .and("compared", target.shown().flatMap(TargetDiff.Shown::compared))
            .and("promoted", target.promoted().flatMap(state -> state.revision()));
    return fields
        .and(
            "diff",
            target.diff().map(diff -> ObjectDiffView.fields(diff, ObjectDiffView.Origin.UNKNOWN)))
        .and("plan", target.planned().map(PlannedDiffView::fields))
        .and(
            "problem",
            target.problem().map((Reason reason) -> ReasonFields.of(reason, StepWords.TYPED)))
        .map();
  }
}
