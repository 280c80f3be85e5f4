package dev.gatehouse.config.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class RecurrencePropertyTest {
  private static final long YEAR_2025 = 1_735_689_600L;
  private static final long YEAR_2029 = 1_861_920_000L;

  @Property(tries = 2_000)
  void lastStartIsNotAfterNowAndNextStartIs(
      @ForAll("recurrences") ZonedRecurrence rule,
      @ForAll @LongRange(min = YEAR_2025, max = YEAR_2029) long seconds) {
    Instant now = Instant.ofEpochSecond(seconds);
    Optional<Instant> last = rule.lastStart(now);
    Optional<Instant> next = rule.nextStart(now);
    last.ifPresent(start -> assertThat(start).isBeforeOrEqualTo(now));
    next.ifPresent(start -> assertThat(start).isAfter(now));
    next.ifPresent(start -> assertThat(rule.lastStart(start)).contains(start));
    next.ifPresent(start -> assertThat(rule.lastStart(start.minusSeconds(1))).isEqualTo(last));
    last.ifPresent(start -> assertThat(rule.nextStart(start)).isEqualTo(next));
  }

  @Provide
  Arbitrary<ZonedRecurrence> recurrences() {
    Arbitrary<LocalRecurrence> rules = Arbitraries.oneOf(crons(), calendarRules());
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                "UTC",
                "Europe/Berlin",
                "America/Santiago",
                "America/New_York",
                "Australia/Lord_Howe",
                "Asia/Kolkata",
                "Africa/Cairo")
            .map(ZoneId::of);
    return Combinators.combine(rules, zones).as(ZonedRecurrence::new);
  }

  private static Arbitrary<LocalRecurrence> crons() {
    return Combinators.combine(
            Arbitraries.of("0", "30", "*/15", "5,35", "59"),
            Arbitraries.of("0", "1-3", "2", "9", "23", "*", "*/6"),
            Arbitraries.of("*", "1", "31", "L", "29-31", "*/10"),
            Arbitraries.of("*", "2", "3,10", "JAN-MAR"),
            Arbitraries.of("*", "MON-FRI", "0", "7", "SAT,SUN"))
        .as((a, b, c, d, e) -> parsed(String.join(" ", a, b, c, d, e)));
  }

  private static LocalRecurrence parsed(String cron) {
    try {
      return Cron.parse(cron);
    } catch (UnreadableRuleException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Arbitrary<LocalRecurrence> calendarRules() {
    Arbitrary<String> rules =
        Arbitraries.of(
            "FREQ=DAILY",
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=WEEKLY;BYDAY=MO,FR",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=MONTHLY;BYDAY=2TU",
            "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20",
            "FREQ=HOURLY;INTERVAL=5",
            "FREQ=DAILY;UNTIL=20271031T003000Z",
            "FREQ=WEEKLY;BYDAY=SA,SU;UNTIL=20270328T023000",
            "FREQ=WEEKLY;BYDAY=SU;COUNT=40");
    Arbitrary<LocalDateTime> starts =
        Arbitraries.of("2019-01-01T02:30", "2026-03-29T02:00", "2027-06-30T23:59")
            .map(LocalDateTime::parse);
    return Combinators.combine(rules, starts).as(RecurrencePropertyTest::parsed);
  }

  private static LocalRecurrence parsed(String rule, LocalDateTime start) {
    try {
      return CalendarRule.parse(rule, start, ZoneId.of("Europe/Berlin"));
    } catch (UnreadableRuleException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
