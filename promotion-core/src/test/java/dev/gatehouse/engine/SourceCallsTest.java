package dev.gatehouse.engine;

import static dev.gatehouse.plan.PlanBuilder.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.EvidenceAnswer;
import dev.gatehouse.spi.EvidenceRequest;
import dev.gatehouse.spi.EvidenceSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** One slow source holds nobody but itself. */
class SourceCallsTest {
  private static final EvidenceAnswer NOTHING = EvidenceAnswer.of(List.of());

  @Test
  void aSourceThatDoesNotAnswerInTimeIsGivenUpAndAnotherOneAnswers() {
    SourceCalls calls = new SourceCalls(Duration.ofMillis(500));
    CountDownLatch answer = new CountDownLatch(1);
    EvidenceSource slow = source("slow", () -> waiting(answer));
    assertThat(calls.call(slow, request()).why().orElseThrow()).contains("did not answer within");
    assertThat(calls.call(slow, request()).why().orElseThrow())
        .contains("last call has not returned");
    assertThat(calls.call(source("other", () -> NOTHING), request()).answer()).contains(NOTHING);
    answer.countDown();
  }

  @Test
  void aSourceThatThrowsGivesNoAnswerAndIsAskedAgain() {
    SourceCalls calls = new SourceCalls(Duration.ofMinutes(1));
    boolean[] broken = {true};
    EvidenceSource source =
        source(
            "fragile",
            () -> {
              if (broken[0]) {
                throw new IllegalStateException("a text of a stranger");
              }
              return NOTHING;
            });
    assertThat(calls.call(source, request()).why())
        .contains("it failed with IllegalStateException");
    broken[0] = false;
    assertThat(calls.call(source, request()).answer()).contains(NOTHING);
  }

  /** Ignores interruptions, like a client that catches them. */
  private static EvidenceAnswer waiting(CountDownLatch answer) {
    boolean done = false;
    while (!done) {
      try {
        answer.await();
        done = true;
      } catch (InterruptedException e) {
        done = false;
      }
    }
    return NOTHING;
  }

  private static EvidenceSource source(String name, Supplier<EvidenceAnswer> answer) {
    return new EvidenceSource() {
      @Override
      public SourceName name() {
        return SourceName.of(name);
      }

      @Override
      public boolean knows(CheckName check) {
        return true;
      }

      @Override
      public EvidenceAnswer ask(EvidenceRequest request) {
        return answer.get();
      }
    };
  }

  private static EvidenceRequest request() {
    return new EvidenceRequest(
        new PromotionId("shop-prod-1"),
        plan().build(),
        List.of(),
        Set.of(CheckName.of("trust.tests")),
        Instant.EPOCH);
  }
}
