package dev.gatehouse.engine;

import dev.gatehouse.change.Change;
import dev.gatehouse.change.ChangeId;
import dev.gatehouse.gate.StagePass;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.StageName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers which stages a change has passed, since when, and whether they still hold it;
 * thread-safe.
 */
final class StagePasses {
  private final Registry registry;
  private final Holding holding;

  StagePasses(Registry registry, Holding holding) {
    this.registry = registry;
    this.holding = holding;
  }

  /**
   * Returns the latest stay of the change in each of these stages.
   *
   * @param look whether to look in Git if the stages still hold the change
   */
  List<StagePass> of(Change change, List<Stage> stages, boolean look, Instant now) {
    List<StagePass> passes = new ArrayList<>();
    for (Stage stage : stages) {
      Optional<StagePass> pass = stay(change, stage.name());
      boolean open = pass.filter(p -> p.counts() && p.until().isEmpty()).isPresent();
      pass.map(p -> look && open ? holding.checked(p, change, stage, now) : p)
          .ifPresent(passes::add);
    }
    return List.copyOf(passes);
  }

  private Optional<StagePass> stay(Change change, StageName stage) {
    Stay stay = new Stay(change.id(), stage);
    for (PromotionSummary promotion : registry.newest(change.application(), stage)) {
      if (stay.isComplete()) {
        break;
      }
      stay.add(promotion);
    }
    return stay.succeeded.filter(registry::isTrue).isPresent() ? stay.pass() : Optional.empty();
  }

  /** Reads promotions of one stage, newest first. */
  private static final class Stay {
    private final ChangeId change;
    private final StageName stage;
    private Optional<Instant> until = Optional.empty();
    private final Set<ChangeId> replacedBy = new HashSet<>();
    private Optional<PromotionSummary> succeeded = Optional.empty();
    private Optional<Instant> since = Optional.empty();
    private boolean continues;
    private Optional<PromotionSummary> before = Optional.empty();

    Stay(ChangeId change, StageName stage) {
      this.change = change;
      this.stage = stage;
    }

    boolean isComplete() {
      return before.isPresent() || (succeeded.isPresent() && !continues && replacedBy.isEmpty());
    }

    void add(PromotionSummary promotion) {
      boolean same = promotion.change().equals(change);
      boolean success = promotion.phase() == PromotionPhase.SUCCEEDED;
      if (succeeded.isEmpty()) {
        after(promotion, same, success);
      } else if (continues && same && success) {
        started(promotion);
      } else if (success && replacedBy.contains(promotion.change())) {
        before = Optional.of(promotion);
      } else if (success || promotion.holdsAnything()) {
        continues = false;
      }
    }

    private void after(PromotionSummary promotion, boolean same, boolean success) {
      if (same && success) {
        succeeded = Optional.of(promotion);
        started(promotion);
      } else if (!same && (success || promotion.holdsAnything())) {
        until = Optional.of(promotion.phaseSince());
        replacedBy.add(promotion.change());
      }
    }

    /** A promotion that found the change in place continues with the stay before it. */
    private void started(PromotionSummary promotion) {
      since = Optional.of(promotion.phaseSince());
      continues = !promotion.holdsAnything();
    }

    Optional<StagePass> pass() {
      return since.map(
          at ->
              new StagePass(stage, at, until, before.map(older -> Holding.wentBack(stage, older))));
    }
  }
}
