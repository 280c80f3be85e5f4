package dev.gatehouse.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.Revision;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link LiveStateReader} keeps; extend it and return one, and a target it can see. */
public abstract class LiveStateReaderContractTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  /** The promotion that asks. */
  protected static final PromotionId PROMOTION = new PromotionId("shop-prod-1");

  /** For the class that extends it. */
  protected LiveStateReaderContractTest() {}

  /** Returns the reader under test. */
  protected abstract LiveStateReader reader();

  /** Returns a target that the reader can see. */
  protected abstract Target target();

  /** Returns the revision that is live there. */
  protected abstract Revision live();

  /** Makes the platform behind the reader not answer any more. */
  protected abstract void goDown();

  @Test
  void theRevisionThatIsLiveIsLive() {
    assertThat(read(live())).isEqualTo(LiveState.LIVE);
  }

  @Test
  void aRevisionThatNobodyWroteIsNotLiveAndSaysWhy() {
    expectNotLive(read(new Revision("0123456789".repeat(4))));
  }

  @Test
  void whatCannotBeKnownIsUnknownAndLookedAtAgain() {
    Revision revision = live();
    goDown();
    LiveState state = read(revision);
    expectNotLive(state);
    assertThat(state.status()).isEqualTo(LiveState.Status.UNKNOWN);
  }

  private LiveState read(Revision revision) {
    Instant earlier = NOW.minus(Duration.ofMinutes(1));
    return reader().read(new WrittenRevision(PROMOTION, target(), revision, earlier), NOW);
  }

  private static void expectNotLive(LiveState state) {
    assertThat(state.status()).isNotEqualTo(LiveState.Status.LIVE);
    assertThat(state.reason()).isPresent();
    assertThat(state.recheckAt()).hasValueSatisfying(at -> assertThat(at).isAfter(NOW));
  }
}
