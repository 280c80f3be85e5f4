package dev.gatehouse.engine;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.Situation;
import dev.gatehouse.promotion.StageNow;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.stage.PromotionPath;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.StageName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what surrounds a promotion when a decision is made; thread-safe. */
final class Situations {
  private final Journal journal;
  private final StagePasses passes;
  private final Succession succession;
  private final Supplier<Rulebook> rulebook;

  Situations(
      Journal journal, StagePasses passes, Succession succession, Supplier<Rulebook> rulebook) {
    this.journal = journal;
    this.passes = passes;
    this.succession = succession;
    this.rulebook = rulebook;
  }

  /** What comes back was live there before; the rules say whether windows hold it all the same. */
  private static boolean isFreeOfWindows(Promotion promotion, Rulebook rules) {
    return promotion.rollback().isPresent() && !rules.rollback().keepsWindows();
  }

  Situation of(Promotion promotion) {
    Rulebook rules = rulebook.get();
    Instant now = journal.now();
    ApplicationName application = promotion.change().application();
    return new Situation(
        now,
        passes.of(promotion.change(), before(promotion, rules), asksOrder(promotion), now),
        succession.runningAhead(promotion),
        succession.newer(promotion),
        isFreeOfWindows(promotion, rules) ? List.of() : rules.windows(),
        rules.shards(),
        rules.directory(),
        StageNow.of(
            rules.path(application),
            promotion.stage(),
            () -> Planner.unknownApplication(application, rules)));
  }

  /** Returns the stages that the plan, or before there is one the path, puts before this one. */
  private static List<Stage> before(Promotion promotion, Rulebook rules) {
    Optional<PromotionPath> path = rules.path(promotion.change().application());
    List<StageName> names =
        promotion
            .lastPlan()
            .map(Plan::after)
            .or(() -> path.flatMap(p -> p.stage(promotion.stage())).map(Stage::after))
            .orElse(List.of());
    return names.stream().flatMap(name -> path.flatMap(p -> p.stage(name)).stream()).toList();
  }

  /** The stages before are checked in Git only where the gates of a first wave are asked. */
  private static boolean asksOrder(Promotion promotion) {
    return promotion.plan().stream()
        .flatMap(plan -> plan.waves().stream().limit(1))
        .anyMatch(
            first ->
                promotion.wave() <= first.number()
                    && promotion.stop() == Promotion.Stop.NONE
                    && first.targets().stream()
                        .flatMap(t -> Optional.ofNullable(promotion.targets().get(t)).stream())
                        .noneMatch(TargetState::holdsOurCommit));
  }
}
