package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.ExceptEntry;
import dev.gatehouse.config.document.WindowEntry;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.policy.PromotionWindow;
import dev.gatehouse.policy.Recurrence;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.stage.StageName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a window applies to. An exception cuts a corner out of class, level and stage, so one window
 * of the file may become up to three of the domain, all of its name.
 */
record WindowScope(WindowEntry entry, Problems problems) {
  private record Box(Set<ChangeClass> classes, Set<RiskLevel> levels, Set<String> stages) {
    boolean isEmpty(boolean anyStage) {
      return classes.isEmpty() || levels.isEmpty() || (stages.isEmpty() && !anyStage);
    }
  }

  List<PromotionWindow> windows(Recurrence starts, Set<String> allStages) {
    Optional<ExceptEntry> except = entry.except();
    if (except.isEmpty()) {
      return List.of(
          window(
              starts,
              new Box(
                  set(ChangeClass.class, entry.classes(), false),
                  set(RiskLevel.class, entry.levels(), false),
                  stages(entry.stages(), Set.of()))));
    }
    List<PromotionWindow> left =
        without(except.get(), allStages).stream()
            .filter(box -> !box.isEmpty(false))
            .map(box -> window(starts, box))
            .toList();
    if (left.isEmpty()) {
      problems.add(
          except.get().place(),
          ProblemCodes.WRONG_COMBINATION,
          "The exception of window '" + entry.name() + "' leaves nothing that it applies to.",
          "Name fewer classes, levels or stages under `except`.");
    }
    return left;
  }

  private List<Box> without(ExceptEntry except, Set<String> allStages) {
    Set<ChangeClass> classes = set(ChangeClass.class, entry.classes(), true);
    Set<RiskLevel> levels = set(RiskLevel.class, entry.levels(), true);
    Set<String> stages = stages(entry.stages(), allStages);
    Set<ChangeClass> notClasses = set(ChangeClass.class, except.classes(), true);
    Set<RiskLevel> notLevels = set(RiskLevel.class, except.levels(), true);
    Set<String> notStages = stages(except.stages(), allStages);
    Set<ChangeClass> bothClasses = both(classes, notClasses);
    List<Box> boxes = new ArrayList<>();
    boxes.add(new Box(minus(classes, notClasses), levels, stages));
    boxes.add(new Box(bothClasses, minus(levels, notLevels), stages));
    boxes.add(new Box(bothClasses, both(levels, notLevels), minus(stages, notStages)));
    return boxes;
  }

  private PromotionWindow window(Recurrence starts, Box box) {
    return new PromotionWindow(
        entry.name().value(),
        entry.kind().orElse(PromotionWindow.Kind.DENY),
        starts,
        entry.duration().map(Located::value).orElse(Duration.ZERO),
        box.classes(),
        box.levels(),
        box.stages().stream().map(StageName::new).collect(Collectors.toSet()),
        entry.onRequest().orElse(false));
  }

  private static <E extends Enum<E>> Set<E> set(
      Class<E> type, Listing<E> written, boolean emptyMeansAll) {
    return written.isEmpty()
        ? emptyMeansAll ? EnumSet.allOf(type) : EnumSet.noneOf(type)
        : EnumSet.copyOf(written.items());
  }

  private static Set<String> stages(Listing<Located<String>> written, Set<String> all) {
    return written.isEmpty()
        ? all
        : written.stream().map(Located::value).collect(Collectors.toCollection(TreeSet::new));
  }

  private static <T> Set<T> both(Set<T> a, Set<T> b) {
    return a.stream().filter(b::contains).collect(Collectors.toSet());
  }

  private static <T> Set<T> minus(Set<T> a, Set<T> b) {
    return a.stream().filter(item -> !b.contains(item)).collect(Collectors.toSet());
  }
}
