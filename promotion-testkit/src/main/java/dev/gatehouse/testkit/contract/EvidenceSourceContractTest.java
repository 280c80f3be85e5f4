package dev.gatehouse.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.spi.EvidenceAnswer;
import dev.gatehouse.spi.EvidenceRequest;
import dev.gatehouse.spi.EvidenceSource;
import dev.gatehouse.spi.WrittenRevision;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link EvidenceSource} keeps; extend it and return one that knows something. */
public abstract class EvidenceSourceContractTest {
  /** The promotion that asks. */
  protected static final PromotionId PROMOTION = new PromotionId("shop-prod-1");

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  /** For the class that extends it. */
  protected EvidenceSourceContractTest() {}

  /** Returns the source under test. */
  protected abstract EvidenceSource source();

  /** Returns a check that the source knows a fact about. */
  protected abstract CheckName check();

  /** Makes what is behind the source not answer any more. */
  protected abstract void goDown();

  /** Returns the plan that is asked about. */
  protected abstract Plan plan();

  /** Returns what was written before it is asked; nothing unless the source looks at targets. */
  protected List<WrittenRevision> written() {
    return List.of();
  }

  /** Returns the time of the question. */
  protected Instant now() {
    return NOW;
  }

  @Test
  void everyFactIsDatedAndAboutWhatWasAsked() {
    List<Evidence> facts = ask(Set.of(check())).facts();
    assertThat(facts).isNotEmpty();
    for (Evidence fact : facts) {
      assertThat(fact.at()).isBeforeOrEqualTo(now());
      assertThat(fact.check()).isEqualTo(check());
    }
  }

  @Test
  void itKnowsWhatItAnswersAndItsNameIsNoActors() {
    assertThat(source().knows(check())).isTrue();
    assertThat(source().name().isActor()).isFalse();
    assertThat(source().name()).isEqualTo(source().name());
  }

  @Test
  void nothingAskedIsNothingAnswered() {
    assertThat(ask(Set.of()).facts()).isEmpty();
  }

  @Test
  void aSourceThatIsDownNeverSaysYes() {
    goDown();
    List<Evidence> facts;
    try {
      facts = ask(Set.of(check())).facts();
    } catch (PlatformException saysSo) {
      facts = List.of();
    }
    assertThat(facts)
        .allSatisfy(
            fact ->
                assertThat(fact)
                    .isInstanceOfSatisfying(
                        Evidence.Condition.class,
                        condition ->
                            assertThat(condition.status())
                                .isEqualTo(Evidence.Condition.Status.UNKNOWN)));
  }

  private EvidenceAnswer ask(Set<CheckName> checks) {
    Plan plan = plan();
    return source().ask(new EvidenceRequest(PROMOTION, plan, written(), checks, now()));
  }
}
