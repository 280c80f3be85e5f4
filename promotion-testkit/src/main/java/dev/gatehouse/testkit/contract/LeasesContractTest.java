package dev.gatehouse.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.spi.Lease;
import dev.gatehouse.spi.Leases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Leases} keeps; extend it and return some. */
public abstract class LeasesContractTest {
  private static final String BRANCH = "https://git.example.org/desired#main";
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** For the class that extends it. */
  protected LeasesContractTest() {}

  /** Returns the leases under test; the same within a test, none taken at first. */
  protected abstract Leases leases();

  /** Returns them as a process finds them that starts later; the old ones are not used again. */
  protected abstract Leases reopened();

  @Test
  void aFreeLeaseIsTaken() {
    Lease lease = take("one", NOW);
    assertThat(lease.resource()).isEqualTo(BRANCH);
    assertThat(lease.holder()).isEqualTo("one");
    assertThat(lease.epoch()).isPositive();
    assertThat(lease.expiresAt()).isEqualTo(NOW.plus(MINUTE));
  }

  @Test
  void nobodyElseGetsItUntilItExpires() {
    Lease first = take("one", NOW);
    assertThat(ask("two", NOW.plus(MINUTE).minusMillis(1))).isEmpty();
    Lease second = take("two", NOW.plus(MINUTE));
    assertThat(second.epoch()).isGreaterThan(first.epoch());
    assertThat(ask("one", NOW.plus(MINUTE).plusSeconds(1))).isEmpty();
  }

  @Test
  void aLeaseOfAClockThatIsFarAheadKeepsNobodyOut() {
    Lease dead = take("dead", NOW.plus(Duration.ofDays(10)));
    assertThat(take("two", NOW).epoch()).isGreaterThan(dead.epoch());
  }

  @Test
  void aLeaseOfAClockThatIsALittleAheadIsRespected() {
    take("one", NOW.plus(MINUTE).minusMillis(1));
    assertThat(ask("two", NOW)).isEmpty();
    assertThat(ask("two", NOW.plus(MINUTE))).isEmpty();
    assertThat(ask("two", NOW.plus(MINUTE.multipliedBy(2)))).isPresent();
  }

  @Test
  void renewingKeepsTheEpochAndMovesTheEnd() {
    Lease first = take("one", NOW);
    Lease renewed = take("one", NOW.plusSeconds(30));
    assertThat(renewed.epoch()).isEqualTo(first.epoch());
    assertThat(renewed.expiresAt()).isEqualTo(NOW.plusSeconds(90));
    assertThat(ask("two", NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void whoeverComesBackAfterALossGetsANewEpoch() {
    Lease first = take("one", NOW);
    Lease second = take("two", NOW.plusSeconds(60));
    Lease third = take("one", NOW.plusSeconds(120));
    assertThat(third.epoch()).isGreaterThan(second.epoch());
    assertThat(second.epoch()).isGreaterThan(first.epoch());
  }

  @Test
  void aLeaseGivenBackIsFreeAndItsEpochIsSpent() {
    Lease first = take("one", NOW);
    leases().release(first);
    Lease second = take("two", NOW);
    assertThat(second.epoch()).isGreaterThan(first.epoch());
    leases().release(second);
    assertThat(take("two", NOW).epoch()).isGreaterThan(second.epoch());
  }

  @Test
  void givingBackALostLeaseDoesNothing() {
    Lease lost = take("one", NOW);
    Lease held = take("two", NOW.plusSeconds(60));
    leases().release(lost);
    assertThat(ask("three", NOW.plusSeconds(61))).isEmpty();
    assertThat(take("two", NOW.plusSeconds(61)).epoch()).isEqualTo(held.epoch());
  }

  @Test
  void whoHoldsALeaseIsSaidUntilItExpiresOrIsGivenBack() {
    assertThat(leases().current(BRANCH, NOW)).isEmpty();
    Lease lease = take("one", NOW);
    assertThat(leases().current(BRANCH, NOW.plusSeconds(59))).contains(lease);
    assertThat(leases().current(BRANCH, NOW.plus(MINUTE))).isEmpty();
    leases().release(lease);
    assertThat(leases().current(BRANCH, NOW)).isEmpty();
  }

  @Test
  void leasesOfDifferentThingsDoNotTouch() {
    take("one", NOW);
    assertThat(leases().acquire("another", "two", NOW, MINUTE)).isPresent();
  }

  @Test
  void leasesAndEpochsAreThereAfterReopening() {
    Lease first = take("one", NOW);
    Leases later = reopened();
    assertThat(later.acquire(BRANCH, "two", NOW, MINUTE)).isEmpty();
    assertThat(later.acquire(BRANCH, "one", NOW, MINUTE).orElseThrow().epoch())
        .isEqualTo(first.epoch());
  }

  @Test
  void ofThoseWhoAskAtOnceOneGetsIt() throws Exception {
    for (int round = 0; round < 10; round++) {
      Instant now = NOW.plus(MINUTE.multipliedBy(round));
      List<Boolean> got = AtOnce.run(4, i -> () -> ask("holder-" + i, now).isPresent());
      assertThat(got).containsOnlyOnce(true);
    }
  }

  private Optional<Lease> ask(String holder, Instant now) {
    return leases().acquire(BRANCH, holder, now, MINUTE);
  }

  private Lease take(String holder, Instant now) {
    return ask(holder, now).orElseThrow();
  }
}
