package dev.gatehouse.app.view;

import dev.gatehouse.argo.diff.PlannedDiff;
import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.view.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows what a promotion would make of what lives at one target. */
final class PlannedDiffView {
  private static final int SHOWN = 10;
  private static final int WORD = 120;

  private PlannedDiffView() {}

  static List<String> lines(PlannedDiff plan) {
    List<String> lines = new ArrayList<>();
    long others =
        plan.then().changes().stream().filter(c -> !plan.changed().contains(c.key())).count();
    lines.add(
        "This promotion changes %s here; %s the same.%s"
            .formatted(
                objects(plan.changed().size())
                    + (others == 0 ? "" : ", " + objects(others) + " more differ already"),
                ObjectDiffView.same(plan.then()),
                plan.then().isEmpty() ? "" : " What lives -> what would live:"));
    ObjectDiffView.lines(plan.then(), new Older(plan)).forEach(line -> lines.add("  " + line));
    plan.changed().stream()
        .filter(key -> plan.then().changes().stream().noneMatch(c -> c.key().equals(key)))
        .map(key -> "  lives    " + Shown.cut(key.label(), WORD) + " like that already")
        .sorted()
        .limit(SHOWN)
        .forEach(lines::add);
    plan.unknown().stream()
        .limit(SHOWN)
        .forEach(file -> lines.add("  unknown  " + Shown.cut(file, WORD)));
    if (!plan.unknown().isEmpty()) {
      lines.add("           Only Argo CD knows what it makes of these; see `gatehouse plan`.");
    }
    return lines;
  }

  private static String objects(long count) {
    return count + (count == 1 ? " object" : " objects");
  }

  static Map<String, @Nullable Object> fields(PlannedDiff plan) {
    return Fields.of("objects", plan.changed().size())
        .and("diff", ObjectDiffView.fields(plan.then(), new Older(plan)))
        .and("unknown", plan.unknown().stream().limit(SHOWN * SHOWN).toList())
        .map();
  }

  /** Tells apart what the promotion changes and what differs without it. */
  private record Older(PlannedDiff plan) implements ObjectDiffView.Origin {
    @Override
    public boolean isOlder(ObjectChange change) {
      return plan.isOlder(change);
    }

    @Override
    public boolean isOlder(ObjectChange change, FieldChange field) {
      return plan.isOlder(change.key(), field);
    }
  }
}
