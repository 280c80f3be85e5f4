package dev.gatehouse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.CanonicalDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The hash of a plan that people approved stays; what narrows a demand changes it. */
class DemandDigestTest {
  private static final Optional<Duration> WEEK = Optional.of(Duration.ofDays(7));

  /** The record as it was when names were texts and any source met a demand. */
  private static final class Before {
    record EvidenceDemand(String check, Optional<Duration> maxAge) {}
  }

  private static final class Bounded {
    record EvidenceDemand(String check, Optional<Duration> maxAge, Optional<Bound> bound) {}
  }

  @Test
  void aDemandThatUsesNothingNewKeepsItsDigest() {
    assertThat(digest(EvidenceDemand.of("trust.tests", Duration.ofDays(7))))
        .isEqualTo(digest(new Before.EvidenceDemand("trust.tests", WEEK)));
    Optional<Bound> bound = Optional.of(new Bound(Optional.of(80.0), Optional.empty()));
    assertThat(digest(new EvidenceDemand(CheckName.of("load"), WEEK, bound)))
        .isEqualTo(digest(new Bounded.EvidenceDemand("load", WEEK, bound)));
  }

  @Test
  void everyNarrowingOfADemandChangesItsDigest() {
    EvidenceDemand plain = EvidenceDemand.of("trust.tests");
    SourceName ci = SourceName.of("service:ci");
    Set<String> digests =
        Stream.of(
                plain,
                plain.attested(),
                plain.from(ci),
                plain.from(ci).attested(),
                plain.from(ci, SourceName.of("scanner")))
            .map(DemandDigestTest::digest)
            .collect(Collectors.toSet());
    assertThat(digests).hasSize(5);
  }

  private static String digest(Object value) {
    return new CanonicalDigest().add(value).hex();
  }
}
