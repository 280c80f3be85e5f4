package dev.gatehouse.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpansTest {
  @Test
  void theTwoLargestUnitsAreShown() {
    assertThat(Spans.text(Duration.ofDays(2).plusHours(3).plusMinutes(4))).isEqualTo("2 d 3 h");
    assertThat(Spans.text(Duration.ofMinutes(90))).isEqualTo("1 h 30 min");
    assertThat(Spans.text(Duration.ofSeconds(90))).isEqualTo("1 min 30 s");
    assertThat(Spans.text(Duration.ofSeconds(5))).isEqualTo("5 s");
  }

  @Test
  void aUnitIsNeverSkippedForASmallerOne() {
    assertThat(Spans.text(Duration.ofDays(1).plusSeconds(5))).isEqualTo("1 d");
  }

  @Test
  void lessThanASecondIsMillisecondsAndZeroOrLessIsNone() {
    assertThat(Spans.text(Duration.ofMillis(20))).isEqualTo("20 ms");
    assertThat(Spans.text(Duration.ZERO)).isEqualTo("none");
    assertThat(Spans.text(Duration.ofHours(-1))).isEqualTo("none");
  }
}
