package dev.gatehouse.gate;

import static dev.gatehouse.gate.Asked.NOON;
import static dev.gatehouse.gate.Asked.about;
import static dev.gatehouse.plan.PlanBuilder.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gate.GateVerdict.Outcome;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Stage.Requires;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The gates of the way: stages passed, stage free, soak time, shards. */
class StageGatesTest {
  private static final Optional<Duration> STILL_THERE = Optional.empty();
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void theFirstStageNeedsNoOther() {
    assertThat(order(about(plan())).opens()).isTrue();
    assertThat(order(about(plan().after(Requires.ANY))).opens()).isTrue();
  }

  @Test
  void allStagesBeforeMustHaveBeenPassed() {
    Asked asked =
        about(plan().after(Requires.ALL, "qa", "staging")).passed("qa", HOUR, STILL_THERE);
    assertThat(order(asked).holdReason().orElseThrow().what()).contains("staging");
    assertThat(order(asked).holdReason().orElseThrow().what()).doesNotContain("qa");
    assertThat(order(asked.passed("staging", HOUR, STILL_THERE)).opens()).isTrue();
  }

  @Test
  void anyStageBeforeIsEnoughWhereThePathSaysSo() {
    Asked asked = about(plan().after(Requires.ANY, "qa", "staging"));
    assertThat(order(asked).holdReason().orElseThrow().what()).contains("qa or staging");
    assertThat(order(asked.passed("staging", HOUR, STILL_THERE)).opens()).isTrue();
  }

  @Test
  void aStageThatIsNotBeforeDoesNotCount() {
    assertThat(
            order(about(plan().after(Requires.ALL, "qa")).passed("dev", HOUR, STILL_THERE)).opens())
        .isFalse();
  }

  @Test
  void anotherPromotionInTheStageHolds() {
    StageFreeGate gate = new StageFreeGate();
    assertThat(gate.judge(about(plan()).context()).opens()).isTrue();
    GateVerdict verdict = gate.judge(about(plan()).behind("shop-production-1").context());
    assertThat(verdict.outcome()).isEqualTo(Outcome.PENDING);
    assertThat(verdict.holdReason().orElseThrow().steps())
        .containsExactly(new NextStep.Abort("shop-production-1"));
  }

  @Test
  void noSoakTimeIsNoHold() {
    assertThat(soak(about(plan())).opens()).isTrue();
  }

  @Test
  void theSoakGateOpensOnTheMinuteAndNotBefore() {
    Asked early = soaking().passed("staging", Duration.ofMinutes(59), STILL_THERE);
    GateVerdict held = soak(early);
    assertThat(held.holdReason().orElseThrow().code().value()).isEqualTo("soak-time-not-met");
    assertThat(held.holdReason().orElseThrow().what()).contains("59 min of the required 1 h");
    assertThat(held.looksAgainAt()).contains(NOON.plusSeconds(60));
    assertThat(soak(soaking().passed("staging", HOUR, STILL_THERE)).opens()).isTrue();
  }

  @Test
  void whereAllStagesAreRequiredTheShortestStayDecides() {
    Asked asked =
        about(plan().after(Requires.ALL, "load", "acceptance").soak(HOUR))
            .passed("load", HOUR.multipliedBy(2), STILL_THERE)
            .passed("acceptance", Duration.ofMinutes(6), STILL_THERE);
    assertThat(soak(asked).holdReason().orElseThrow().what())
        .contains("in acceptance for 6 min of the required 1 h");
    assertThat(soak(asked).looksAgainAt()).contains(NOON.plus(Duration.ofMinutes(54)));
  }

  @Test
  void aRequiredStageThatWasNeverPassedHasSoakedForNoTime() {
    Asked asked =
        about(plan().after(Requires.ALL, "load", "acceptance").soak(HOUR))
            .passed("load", HOUR.multipliedBy(2), STILL_THERE);
    assertThat(soak(asked).holdReason().orElseThrow().what()).contains("in acceptance for no time");
  }

  @Test
  void whereAnyStageIsEnoughTheLongestStayDecides() {
    Asked asked =
        about(plan().after(Requires.ANY, "load", "acceptance").soak(HOUR))
            .passed("load", HOUR, STILL_THERE)
            .passed("acceptance", Duration.ofMinutes(6), STILL_THERE);
    assertThat(soak(asked).opens()).isTrue();
  }

  @Test
  void aChangeThatLeftStopsSoaking() {
    Asked left =
        soaking()
            .passed(
                "staging", HOUR.multipliedBy(9), Optional.of(HOUR.multipliedBy(8).plusMinutes(30)));
    assertThat(soak(left).opens()).isFalse();
    assertThat(soak(left).holdReason().orElseThrow().next())
        .contains("Another change took its place");
  }

  @Test
  void aClockThatStepsBackNeverOpensTheGate() {
    Asked asked =
        soaking().passed("staging", HOUR, STILL_THERE).at(NOON.minus(HOUR.multipliedBy(2)));
    assertThat(soak(asked).opens()).isFalse();
  }

  @Test
  void soakingElsewhereDoesNotCount() {
    assertThat(soak(soaking().passed("dev", HOUR.multipliedBy(9), STILL_THERE)).opens()).isFalse();
  }

  @Test
  void aShardIsAskedBeforeEveryWaveAndSaysWhyItHolds() {
    ShardName eu = new ShardName("eu");
    assertThat(new ShardGate().moments()).contains(Gate.Moment.BEFORE_WAVE);
    assertThat(shard(about(plan())).opens()).isTrue();
    assertShardHeld(
        about(plan()).shard(new Shard(eu, Shard.Reach.EXECUTABLE, 1, Optional.of("audit week"))),
        "is frozen: audit week");
    assertShardHeld(
        about(plan()).shard(new Shard(eu, Shard.Reach.VISIBLE_ONLY, 1, Optional.empty())),
        "visible only");
    assertShardHeld(
        about(plan()).shard(new Shard(eu, Shard.Reach.UNREACHABLE, 1, Optional.empty())),
        "cannot be reached");
    assertShardHeld(about(plan()).noShard(), "is not defined");
  }

  private static void assertShardHeld(Asked asked, String words) {
    GateVerdict verdict = shard(asked);
    assertThat(verdict.outcome()).isEqualTo(Outcome.PENDING);
    assertThat(verdict.holdReason().orElseThrow().what()).contains(words);
    assertThat(verdict.looksAgainAt().orElseThrow()).isAfter(NOON);
  }

  private static Asked soaking() {
    return about(plan().after(Requires.ALL, "staging").soak(HOUR));
  }

  private static GateVerdict order(Asked asked) {
    return new StageOrderGate().judge(asked.context());
  }

  private static GateVerdict soak(Asked asked) {
    return new SoakTimeGate().judge(asked.context());
  }

  private static GateVerdict shard(Asked asked) {
    return new ShardGate().judge(asked.context());
  }
}
