package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.Changes.aChange;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.Answer;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import dev.gatehouse.testkit.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever waits is judged again when the rules have changed, or when someone asks. */
class RulesChangeTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private final ManualEngine engine = ManualEngine.of(frozen(NOW));

  private static Rulebooks rules() {
    return Rulebooks.of("shop").stage("prod", "eu-1@eu", "eu-2@eu");
  }

  private static Rulebooks frozen(Instant from) {
    return rules().window(Windows.deny("sale", from, WEEK));
  }

  @Test
  void aWindowThatIsRemovedHoldsNoLonger() {
    PromotionId id = held();

    engine.rules(rules().build()).lookAtRules().runAnyDue();
    engine.tick(Duration.ofMinutes(2));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aProcessThatBeginsFindsThatTheRulesChangedWhileNoneRan() {
    PromotionId id = held();

    engine.rules(rules().build()).restart().lookAtRules();
    assertThat(engine.wakeUps().next(new WakeUp.Decide(id))).contains(engine.clock().instant());
  }

  @Test
  void theSameRulesAgainWakeNobody() {
    PromotionId id = held();
    Instant next = engine.wakeUps().next(new WakeUp.Decide(id)).orElseThrow();

    engine.rules(frozen(NOW).build()).lookAtRules().restart().lookAtRules();
    assertThat(engine.wakeUps().next(new WakeUp.Decide(id))).contains(next);
  }

  @Test
  void theRulesAreRecordedWithTheJudgementAndOnceForEachChange() {
    PromotionId id = held();
    engine.rules(frozen(NOW.minusSeconds(60)).build());
    engine.lookAtRules().runAnyDue().lookAtRules().runAnyDue().restart().lookAtRules();
    engine.runAnyDue();

    assertThat(judgements(id))
        .extracting(judged -> judged.rules().orElseThrow())
        .containsExactly(
            frozen(NOW).build().digest(), frozen(NOW.minusSeconds(60)).build().digest());
  }

  @Test
  void aTargetThatAWindowHoldsBeforeItsWriteIsLookedAtAgain() {
    ManualEngine later = ManualEngine.of(frozen(NOW.plusSeconds(300)));
    later.live().answer("eu-1", LiveState.Status.PROGRESSING);
    PromotionId id = later.propose(aChange(), "prod").id();
    later.tick(Duration.ofMinutes(6));
    later.live().answer("eu-1", LiveState.Status.LIVE);
    later.tick(Duration.ofMinutes(30));
    assertThat(later.promotion(id).inFlight()).hasSize(1);

    later.rules(rules().build()).lookAtRules().runAnyDue();
    later.tick(Duration.ofMinutes(1));
    assertThat(later.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void recheckJudgesNowWhateverTimeIsWaitedFor() {
    PromotionId id = held();
    engine.rules(rules().build());
    accepted(engine.promotions().recheck(id, caller(Actor.person("olga"))));
    engine.runAnyDue();
    engine.tick(Duration.ofMinutes(2));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    Answer ended = engine.promotions().recheck(id, caller(Actor.person("olga")));
    assertThat(((Answer.Refused) ended).reason().code().value()).isEqualTo("already-ended");
  }

  @Test
  void everyPartOfTheRulesIsInTheirDigest() {
    List<String> digests =
        List.of(
            rules().build().digest(),
            frozen(NOW).build().digest(),
            rules().person("olga", "owners").build().digest(),
            rules().shard("eu", 2).build().digest(),
            rules().stage("late", "z@eu").build().digest());

    assertThat(digests).doesNotHaveDuplicates();
    assertThat(rules().build().digest()).isEqualTo(digests.get(0));
  }

  private List<PromotionEvent.GatesJudged> judgements(PromotionId id) {
    return engine.store().read(id).stream()
        .map(Recorded::event)
        .filter(PromotionEvent.GatesJudged.class::isInstance)
        .map(PromotionEvent.GatesJudged.class::cast)
        .toList();
  }

  private PromotionId held() {
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.runAnyDue();
    assertThat(engine.wakeUps().next(new WakeUp.Decide(id))).contains(NOW.plus(WEEK));
    return id;
  }
}
