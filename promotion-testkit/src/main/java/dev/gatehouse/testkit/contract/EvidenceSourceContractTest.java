package dev.gatehouse.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.Change;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.spi.EvidenceSource;
import dev.gatehouse.stage.Stage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link EvidenceSource} keeps; extend it and return one that knows something. */
public abstract class EvidenceSourceContractTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  /** For the class that extends it. */
  protected EvidenceSourceContractTest() {}

  /** Returns the source under test. */
  protected abstract EvidenceSource source();

  /** Returns a change that the source knows a fact about. */
  protected abstract Change change();

  /** Returns the stage that is asked about. */
  protected abstract Stage stage();

  /** Makes what stands behind the source not answer any more. */
  protected abstract void goDown();

  @Test
  void everyFactIsDatedAndSaysWhoSaysSo() {
    List<Evidence> facts = source().about(change(), stage(), NOW);
    assertThat(facts).isNotEmpty();
    for (Evidence fact : facts) {
      assertThat(fact.at()).isBeforeOrEqualTo(NOW);
      assertThat(fact.source().value()).isEqualTo(source().name());
    }
  }

  @Test
  void aSourceThatIsDownSaysSoAndNeverSaysYes() {
    goDown();
    assertThat(source().about(change(), stage(), NOW))
        .isNotEmpty()
        .allSatisfy(
            fact ->
                assertThat(fact)
                    .isInstanceOfSatisfying(
                        Evidence.Condition.class,
                        condition ->
                            assertThat(condition.status())
                                .isEqualTo(Evidence.Condition.Status.UNKNOWN)));
  }
}
