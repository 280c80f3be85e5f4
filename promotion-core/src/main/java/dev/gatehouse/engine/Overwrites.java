package dev.gatehouse.engine;

import dev.gatehouse.change.SensitiveField;
import dev.gatehouse.plan.Overwrite;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PlannedEdit;
import dev.gatehouse.plan.TargetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what others changed between two plans of one promotion and the later plan overwrites. */
final class Overwrites {
  private Overwrites() {}

  static List<Overwrite> of(Plan before, List<TargetPlan> targets) {
    List<Overwrite> all = new ArrayList<>();
    for (TargetPlan target : targets) {
      Optional<TargetPlan> old = before.target(target.target());
      boolean same = old.map(t -> t.diffDigest().equals(target.diffDigest())).orElse(false);
      if (same) {
        before.overwrites().stream()
            .filter(known -> known.target().equals(target.target()))
            .forEach(all::add);
      } else if (old.isPresent() || before.unchanged().contains(target.target())) {
        all.addAll(changed(before, old.map(TargetPlan::edits).orElse(List.of()), target));
      }
    }
    return List.copyOf(all);
  }

  private static List<Overwrite> changed(Plan before, List<PlannedEdit> old, TargetPlan target) {
    String since = before.hash().brief();
    List<Overwrite> found = new ArrayList<>();
    for (PlannedEdit edit : target.edits()) {
      Optional<PlannedEdit> then = old.stream().filter(e -> isSamePlace(e, edit)).findFirst();
      String planned = then.map(PlannedEdit::before).orElse(edit.after());
      Overwrite next =
          new Overwrite(target.target(), edit.file(), place(edit), planned, edit.before(), since);
      Overwrite first = first(before, next).orElse(next);
      if (!first.planned().equals(edit.before())) {
        found.add(first);
      }
    }
    boolean unseen = found.isEmpty() && (target.omitted() > 0 || isHidden(target));
    return unseen
        ? List.of(new Overwrite(target.target(), "", "", "", "", since))
        : List.copyOf(found);
  }

  /** A value that was changed twice is told with what the first plan met. */
  private static Optional<Overwrite> first(Plan before, Overwrite next) {
    return before.overwrites().stream()
        .filter(known -> known.target().equals(next.target()))
        .filter(known -> known.file().equals(next.file()) && known.field().equals(next.field()))
        .map(
            known ->
                new Overwrite(
                    next.target(),
                    next.file(),
                    next.field(),
                    known.planned(),
                    next.found(),
                    known.since()))
        .findFirst();
  }

  private static boolean isSamePlace(PlannedEdit one, PlannedEdit other) {
    return one.file().equals(other.file())
        && one.object().equals(other.object())
        && one.field().equals(other.field());
  }

  private static boolean isHidden(TargetPlan target) {
    return target.edits().stream().anyMatch(e -> e.before().equals(SensitiveField.HIDDEN));
  }

  private static String place(PlannedEdit edit) {
    return (edit.object() + " " + edit.field()).strip();
  }
}
