package dev.gatehouse.app.command;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The targets that someone means: those of a promotion's plan, or of a stage before there is one.
 *
 * @param title application and stage, with a slash between
 * @param promotion the promotion, where there is one
 * @param targets the targets as the rules have them now
 */
record StageTargets(String title, Optional<Promotion> promotion, List<Target> targets) {
  static final ReasonCode UNKNOWN_TARGET = ReasonCode.of("unknown-target");

  StageTargets {
    targets = List.copyOf(targets);
  }

  /** Returns those of a promotion's plan; all of the stage while it is not planned. */
  static StageTargets of(Promotion promotion, Rulebook rules) {
    ApplicationName application = promotion.change().application();
    Optional<Plan> plan = promotion.lastPlan();
    List<Target> targets =
        targets(application.value(), promotion.stage().value(), rules).orElse(List.of()).stream()
            .filter(target -> plan.map(p -> p.target(target.name()).isPresent()).orElse(true))
            .toList();
    return new StageTargets(application + "/" + promotion.stage(), Optional.of(promotion), targets);
  }

  /** Returns those of the stage that is typed as {@code <application>/<stage>}, if there is one. */
  static Optional<StageTargets> typed(String text, Rulebook rules) {
    int cut = text.indexOf('/');
    return cut < 0
        ? Optional.empty()
        : targets(text.substring(0, cut), text.substring(cut + 1), rules)
            .map(targets -> new StageTargets(text, Optional.empty(), targets));
  }

  private static Optional<List<Target>> targets(String application, String stage, Rulebook rules) {
    return rules.path(new ApplicationName(application)).stream()
        .flatMap(path -> path.stages().stream())
        .filter(found -> found.name().value().equals(stage))
        .map(Stage::targets)
        .findFirst();
  }

  /** Returns the state of a target in the promotion. */
  Optional<TargetState> state(TargetName target) {
    return promotion.flatMap(p -> Optional.ofNullable(p.targets().get(target)));
  }

  /** Returns whether the promotion has written at a target. */
  boolean isWritten(TargetName target) {
    return state(target).flatMap(TargetState::revision).isPresent();
  }

  /** Returns the same targets as they are before any promotion. */
  StageTargets withoutPromotion() {
    return new StageTargets(title, Optional.empty(), targets);
  }

  /** Returns the targets of these names, or all. */
  List<Target> chosen(List<String> names) {
    for (String name : names) {
      if (targets.stream().noneMatch(target -> target.name().value().equals(name.strip()))) {
        throw new InvalidConfigurationException(unknown(name));
      }
    }
    return names.isEmpty()
        ? targets
        : targets.stream()
            .filter(t -> names.stream().map(String::strip).anyMatch(t.name().value()::equals))
            .toList();
  }

  private Reason unknown(String name) {
    return new Reason(
        UNKNOWN_TARGET,
        title + " has no target '" + name + "'.",
        "--target",
        "Use some of: "
            + targets.stream().map(t -> t.name().value()).collect(Collectors.joining(", "))
            + ".");
  }
}
