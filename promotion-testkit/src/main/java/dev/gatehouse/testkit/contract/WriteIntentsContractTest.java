package dev.gatehouse.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.change.Revision;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.StaleStateException;
import dev.gatehouse.spi.Lease;
import dev.gatehouse.spi.Leases;
import dev.gatehouse.spi.WriteIntent;
import dev.gatehouse.spi.WriteIntents;
import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link WriteIntents} keeps; extend it and return some with their leases. */
public abstract class WriteIntentsContractTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final PromotionId A = Histories.id("checkout-prod-a");
  private static final TargetName EU = new TargetName("prod/eu");
  private static final TargetName US = new TargetName("prod/us");

  /** For the class that extends it. */
  protected WriteIntentsContractTest() {}

  /** Returns the intents under test; the same empty ones within a test. */
  protected abstract WriteIntents intents();

  /** Returns the leases that they believe. */
  protected abstract Leases leases();

  /** Returns the intents as a process finds them that starts later. */
  protected abstract WriteIntents reopened();

  @Test
  void whatWasRecordedIsReadBackOldestFirst() {
    Lease lease = take("one", NOW);
    WriteIntent first = intent(lease, EU, "a");
    WriteIntent second = intent(lease, EU, "b");
    WriteIntent other = intent(lease, US, "c");
    intents().record(lease, List.of(first, other));
    intents().record(lease, List.of(second));
    assertThat(intents().of(A, EU)).containsExactly(first, second);
    assertThat(intents().of(A, US)).containsExactly(other);
    assertThat(intents().of(Histories.id("somebody-else"), EU)).isEmpty();
  }

  @Test
  void whatIsLostIsForgottenInTheStepThatRecordsTheNext() {
    Lease lease = take("one", NOW);
    WriteIntent lost = intent(lease, EU, "a");
    WriteIntent other = intent(lease, US, "a");
    WriteIntent next = intent(lease, EU, "b");
    intents().record(lease, List.of(lost, other));
    intents().record(lease, List.of(next), List.of(lost));
    assertThat(reopened().of(A, EU)).containsExactly(next);
    assertThat(reopened().of(A, US)).containsExactly(other);
  }

  @Test
  void anIntentThatIsRecordedAgainIsKeptOnce() {
    Lease lease = take("one", NOW);
    WriteIntent same = intent(lease, EU, "a");
    intents().record(lease, List.of(same));
    intents().record(lease, List.of(same), List.of(same));
    assertThat(intents().of(A, EU)).containsExactly(same);
  }

  @Test
  void aLostLeaseForgetsNothing() {
    Lease lost = take("one", NOW);
    WriteIntent intent = intent(lost, EU, "a");
    intents().record(lost, List.of(intent));
    take("two", NOW.plusSeconds(60));
    assertThatThrownBy(() -> intents().record(lost, List.of(), List.of(intent)))
        .isInstanceOf(StaleStateException.class);
    assertThat(intents().of(A, EU)).containsExactly(intent);
  }

  @Test
  void whatWasRecordedIsThereAfterReopening() {
    Lease lease = take("one", NOW);
    WriteIntent intent = intent(lease, EU, "a");
    intents().record(lease, List.of(intent));
    assertThat(reopened().of(A, EU)).containsExactly(intent);
  }

  @Test
  void aLostLeaseRecordsNothing() {
    Lease lost = take("one", NOW);
    Lease held = take("two", NOW.plusSeconds(60));
    refused(lost);
    intents().record(held, List.of(intent(held, EU, "b")));
    assertThat(intents().of(A, EU)).hasSize(1);
  }

  @Test
  void aLeaseOfAnEarlierEpochRecordsNothing() {
    Lease lost = take("one", NOW);
    take("two", NOW.plusSeconds(60));
    Lease again = take("one", NOW.plusSeconds(120));
    refused(lost);
    intents().record(again, List.of(intent(again, EU, "b")));
  }

  @Test
  void aLeaseGivenBackRecordsNothing() {
    Lease lease = take("one", NOW);
    leases().release(lease);
    refused(lease);
  }

  @Test
  void aRenewedLeaseStillRecords() {
    Lease lease = take("one", NOW);
    take("one", NOW.plusSeconds(30));
    intents().record(lease, List.of(intent(lease, EU, "a")));
    assertThat(intents().of(A, EU)).hasSize(1);
  }

  @Test
  void ofTwoHoldersWhoRaceOnlyTheCurrentOneRecords() throws Exception {
    for (int round = 0; round < 10; round++) {
      Instant now = NOW.plusSeconds(120L * round);
      Lease old = take("one", now);
      String commit = Integer.toHexString(round);
      List<Boolean> results =
          AtOnce.run(
              2,
              i ->
                  i == 0
                      ? () -> records(old, commit)
                      : () -> records(take("two", now.plusSeconds(60)), commit));
      assertThat(results.get(1)).isTrue();
      List<WriteIntent> recorded = intents().of(A, EU);
      assertThat(recorded.get(recorded.size() - 1).epoch()).isGreaterThan(old.epoch());
    }
  }

  private boolean records(Lease lease, String commit) {
    try {
      intents().record(lease, List.of(intent(lease, EU, commit)));
      return true;
    } catch (StaleStateException e) {
      return false;
    }
  }

  private void refused(Lease lease) {
    int before = intents().of(A, EU).size();
    assertThatThrownBy(
            () -> intents().record(lease, List.of(intent(lease, EU, "a"), intent(lease, EU, "b"))))
        .isInstanceOfSatisfying(
            StaleStateException.class,
            e -> assertThat(e.reason().where()).contains(lease.resource()));
    assertThat(intents().of(A, EU)).hasSize(before);
  }

  private Lease take(String holder, Instant now) {
    return leases().acquire("desired#main", holder, now, Duration.ofMinutes(1)).orElseThrow();
  }

  private static WriteIntent intent(Lease lease, TargetName target, String digit) {
    return new WriteIntent(
        A,
        target,
        WriteIntent.Act.WRITE,
        "https://git.example.org/desired",
        "main",
        new Revision("0".repeat(40)),
        "e".repeat(40),
        new Revision(digit.repeat(40)),
        lease.epoch());
  }
}
