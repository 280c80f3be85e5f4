package dev.gatehouse.reason;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
  @Test
  void aCutShowsThatThereIsMoreAndCutsNoCharacterInTwo() {
    assertThat(SafeText.cut("abc", 3)).isEqualTo("abc");
    assertThat(SafeText.cut("abcd", 3)).isEqualTo("abc…");
    assertThat(SafeText.cut("ab\uD83D\uDE80d", 3)).isEqualTo("ab…");
    assertThat(SafeText.cut("ab\uD83D\uDE80d", 4)).isEqualTo("ab\uD83D\uDE80…");
    assertThat(SafeText.cut("abc", 0)).isEqualTo("…");
  }
}
