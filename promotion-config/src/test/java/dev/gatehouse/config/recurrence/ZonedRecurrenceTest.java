package dev.gatehouse.config.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.policy.PromotionWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ZonedRecurrenceTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void aDailyStartKeepsItsClockTimeAcrossBothChangesOfTheClock() throws Exception {
    ZonedRecurrence nine = cron("0 9 * * *", BERLIN);
    assertThat(nine.nextStart(at("2026-03-28T12:00", BERLIN)))
        .contains(at("2026-03-29T09:00", BERLIN));
    assertThat(nine.nextStart(at("2026-10-24T12:00", BERLIN)))
        .contains(at("2026-10-25T09:00", BERLIN));
    assertThat(nine.lastStart(at("2026-03-29T08:59", BERLIN)))
        .contains(at("2026-03-28T09:00", BERLIN));
  }

  @Test
  void aStartInTheSkippedHourHappensWhenTheClockJumps() throws Exception {
    ZonedRecurrence rule = cron("30 2 * * *", BERLIN);
    Instant jump = Instant.parse("2026-03-29T01:00:00Z");
    assertThat(rule.nextStart(Instant.parse("2026-03-29T00:59:59Z"))).contains(jump);
    assertThat(rule.lastStart(jump)).contains(jump);
    assertThat(rule.nextStart(jump)).contains(at("2026-03-30T02:30", BERLIN));
  }

  @Test
  void aStartInTheRepeatedHourHappensOnce() throws Exception {
    ZonedRecurrence rule = cron("30 2 * * *", BERLIN);
    Instant first = Instant.parse("2026-10-25T00:30:00Z");
    assertThat(rule.nextStart(Instant.parse("2026-10-24T23:00:00Z"))).contains(first);
    assertThat(rule.nextStart(first)).contains(at("2026-10-26T02:30", BERLIN));
    assertThat(rule.lastStart(Instant.parse("2026-10-25T01:45:00Z"))).contains(first);
    assertThat(rule.lastStart(Instant.parse("2026-10-25T01:15:00Z"))).contains(first);
  }

  @Test
  void aMidnightThatDoesNotExistIsNoTrap() throws Exception {
    ZoneId santiago = ZoneId.of("America/Santiago");
    ZonedRecurrence midnight = cron("0 0 * * *", santiago);
    Instant jump = Instant.parse("2026-09-06T04:00:00Z");
    assertThat(midnight.nextStart(jump.minusSeconds(1))).contains(jump);
    assertThat(midnight.lastStart(jump.plusSeconds(60))).contains(jump);
  }

  @Test
  void theLastDayOfAMonthIsFound() throws Exception {
    ZonedRecurrence last = cron("0 18 L * *", BERLIN);
    assertThat(starts(last, at("2028-01-01T00:00", BERLIN), 3))
        .containsExactly(
            at("2028-01-31T18:00", BERLIN),
            at("2028-02-29T18:00", BERLIN),
            at("2028-03-31T18:00", BERLIN));
    ZonedRecurrence thirtyFirst = cron("0 0 31 * *", BERLIN);
    assertThat(starts(thirtyFirst, at("2026-03-31T00:00", BERLIN), 2))
        .containsExactly(at("2026-05-31T00:00", BERLIN), at("2026-07-31T00:00", BERLIN));
  }

  @Test
  void aLeapDayIsFoundYearsAhead() throws Exception {
    ZonedRecurrence leap = cron("0 0 29 2 *", BERLIN);
    assertThat(leap.nextStart(at("2096-03-01T00:00", BERLIN)))
        .contains(at("2104-02-29T00:00", BERLIN));
    assertThat(leap.lastStart(at("2104-02-28T00:00", BERLIN)))
        .contains(at("2096-02-29T00:00", BERLIN));
  }

  @Test
  void dayOfMonthOrDayOfWeekAsInCrontab() throws Exception {
    ZonedRecurrence rule = cron("0 0 13 * FRI", ZoneId.of("UTC"));
    assertThat(starts(rule, Instant.parse("2026-11-06T00:00:00Z"), 3))
        .containsExactly(
            Instant.parse("2026-11-13T00:00:00Z"),
            Instant.parse("2026-11-20T00:00:00Z"),
            Instant.parse("2026-11-27T00:00:00Z"));
  }

  @Test
  void aWindowThatSpansMidnightIsOpenOnBothSides() throws Exception {
    PromotionWindow night =
        new PromotionWindow(
            "night",
            PromotionWindow.Kind.DENY,
            cron("0 22 * * *", BERLIN),
            Duration.ofHours(8),
            Set.of(),
            Set.of(),
            Set.of(),
            false);
    assertThat(night.isOpen(at("2026-12-31T21:59", BERLIN))).isFalse();
    assertThat(night.isOpen(at("2026-12-31T22:00", BERLIN))).isTrue();
    assertThat(night.isOpen(at("2027-01-01T05:59", BERLIN))).isTrue();
    assertThat(night.isOpen(at("2027-01-01T06:00", BERLIN))).isFalse();
    assertThat(night.closesAt(at("2027-01-01T00:00", BERLIN)))
        .contains(at("2027-01-01T06:00", BERLIN));
  }

  @Test
  void aYearlyRuleIsFoundFarFromItsFirstStart() throws Exception {
    ZonedRecurrence rule =
        new ZonedRecurrence(
            CalendarRule.parse(
                "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20",
                LocalDateTime.parse("2020-12-20T18:00"),
                BERLIN),
            BERLIN);
    assertThat(rule.lastStart(at("2026-11-22T12:00", BERLIN)))
        .contains(at("2025-12-20T18:00", BERLIN));
    assertThat(rule.nextStart(at("2026-11-22T12:00", BERLIN)))
        .contains(at("2026-12-20T18:00", BERLIN));
    assertThat(rule.lastStart(at("2020-12-20T17:59", BERLIN))).isEmpty();
  }

  @Test
  void aRuleThatEndsHasNoNextStart() throws Exception {
    ZonedRecurrence rule =
        new ZonedRecurrence(
            CalendarRule.parse(
                "FREQ=WEEKLY;BYDAY=FR;COUNT=3", LocalDateTime.parse("2026-01-02T16:00"), BERLIN),
            BERLIN);
    assertThat(rule.nextStart(at("2026-01-16T16:00", BERLIN))).isEmpty();
    assertThat(rule.lastStart(at("2030-01-01T00:00", BERLIN)))
        .contains(at("2026-01-16T16:00", BERLIN));
  }

  @Test
  void anUntilInUtcIsAMomentAndNotATimeOnTheClockOfTheZone() throws Exception {
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    ZonedRecurrence freeze =
        daily("UNTIL=20261127T040000Z", LocalDateTime.parse("2026-11-26T13:00"), tokyo);
    assertThat(freeze.lastStart(at("2026-11-27T13:38", tokyo)))
        .contains(Instant.parse("2026-11-27T04:00:00Z"));
    assertThat(freeze.nextStart(Instant.parse("2026-11-27T04:00:00Z"))).isEmpty();
    ZonedRecurrence before =
        daily("UNTIL=20261127T035959Z", LocalDateTime.parse("2026-11-26T13:00"), tokyo);
    assertThat(before.nextStart(at("2026-11-26T13:00", tokyo))).isEmpty();
    ZoneId newYork = ZoneId.of("America/New_York");
    ZonedRecurrence west =
        daily("UNTIL=20261127T040000Z", LocalDateTime.parse("2026-11-25T22:30"), newYork);
    assertThat(west.nextStart(at("2026-11-26T22:00", newYork)))
        .contains(at("2026-11-26T22:30", newYork));
    assertThat(west.nextStart(at("2026-11-26T22:30", newYork))).isEmpty();
  }

  @Test
  void aLocalUntilAndADateAreAcceptedAndReadOnTheClockOfTheZone() throws Exception {
    LocalDateTime start = LocalDateTime.parse("2026-11-26T13:00");
    for (String until :
        List.of("UNTIL=20261128T130000", "UNTIL=20261128", "until=20261128t130000")) {
      assertThat(starts(daily(until, start, BERLIN), at("2026-11-26T00:00", BERLIN), 9))
          .as(until)
          .containsExactly(
              at("2026-11-26T13:00", BERLIN),
              at("2026-11-27T13:00", BERLIN),
              at("2026-11-28T13:00", BERLIN));
    }
    assertThatThrownBy(() -> daily("UNTIL=tomorrow", start, BERLIN))
        .isInstanceOf(UnreadableRuleException.class)
        .hasMessageContaining("UNTIL=TOMORROW");
  }

  @Test
  void anUntilInTheRepeatedHourEndsAtTheRightOne() throws Exception {
    LocalDateTime start = LocalDateTime.parse("2026-10-24T02:30");
    Instant repeated = Instant.parse("2026-10-25T00:30:00Z");
    ZonedRecurrence second = daily("UNTIL=20261025T011000Z", start, BERLIN);
    assertThat(second.lastStart(Instant.parse("2026-10-30T00:00:00Z"))).contains(repeated);
    ZonedRecurrence first = daily("UNTIL=20261025T001000Z", start, BERLIN);
    assertThat(first.lastStart(Instant.parse("2026-10-30T00:00:00Z")))
        .contains(at("2026-10-24T02:30", BERLIN));
  }

  @Test
  void oneStartHappensOnce() {
    ZonedRecurrence once =
        new ZonedRecurrence(new OneStart(LocalDateTime.parse("2026-12-20T18:00")), BERLIN);
    Instant start = at("2026-12-20T18:00", BERLIN);
    assertThat(once.nextStart(start.minusSeconds(1))).contains(start);
    assertThat(once.nextStart(start)).isEmpty();
    assertThat(once.lastStart(start)).contains(start);
    assertThat(once.lastStart(start.minusSeconds(1))).isEmpty();
  }

  private static List<Instant> starts(ZonedRecurrence rule, Instant after, int count) {
    List<Instant> starts = new ArrayList<>();
    Optional<Instant> next = rule.nextStart(after);
    while (next.isPresent() && starts.size() < count) {
      starts.add(next.get());
      next = rule.nextStart(next.get());
    }
    return starts;
  }

  private static ZonedRecurrence daily(String until, LocalDateTime start, ZoneId zone)
      throws UnreadableRuleException {
    return new ZonedRecurrence(CalendarRule.parse("FREQ=DAILY;" + until, start, zone), zone);
  }

  private static ZonedRecurrence cron(String text, ZoneId zone) throws UnreadableRuleException {
    return new ZonedRecurrence(Cron.parse(text), zone);
  }

  private static Instant at(String local, ZoneId zone) {
    return ZonedDateTime.of(LocalDateTime.parse(local), zone).toInstant();
  }
}
