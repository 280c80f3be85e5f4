package dev.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.CanonicalDigest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BakeTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Bake BLIND = new Bake(HOUR, 5, Optional.of(Bake.Health.IGNORED));

  /** The record of before, under its name. */
  private static final class Before {
    private record Bake(Duration time, int samples) {}
  }

  @Test
  void aBakeThatWatchesHealthHasTheDigestOfBefore() {
    assertThat(digest(new Bake(HOUR, 5))).isEqualTo(digest(new Before.Bake(HOUR, 5)));
    assertThat(digest(new Bake(HOUR, 5, Optional.of(Bake.Health.WATCHED))))
        .isEqualTo(digest(new Bake(HOUR, 5)));
    assertThat(digest(BLIND)).isNotEqualTo(digest(new Bake(HOUR, 5)));
  }

  @Test
  void ofTwoBakesTheOneThatWatchesHealthCounts() {
    assertThat(BLIND.max(Bake.of(HOUR)).watchesHealth()).isTrue();
    assertThat(Bake.of(HOUR).max(BLIND).watchesHealth()).isTrue();
    assertThat(BLIND.max(BLIND).watchesHealth()).isFalse();
  }

  @Test
  void noBakeAtAllChangesNothingAboutHealth() {
    assertThat(BLIND.max(Bake.NONE)).isEqualTo(BLIND);
    assertThat(Bake.NONE.max(BLIND)).isEqualTo(BLIND);
  }

  private static String digest(Record value) {
    return new CanonicalDigest().add(value).hex();
  }
}
