package dev.gatehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.Directory;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.policy.DefaultControlModels;
import dev.gatehouse.policy.Rulebook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PinnedRulesTest {
  private final PinnedRules rules = new PinnedRules(PinnedRulesTest::another);

  private static Rulebook another() {
    return new Rulebook(
        Map.of(),
        Map.of(),
        DefaultControlModels.all(),
        Map.of(),
        List.of(),
        Map.of(),
        Rights.OPEN,
        Directory.EMPTY);
  }

  @Test
  void oneActReadsOneRulebookHoweverOftenItAsks() {
    List<Rulebook> read =
        rules.during(() -> List.of(rules.get(), rules.during(rules), rules.get()));
    assertThat(read.get(1)).isSameAs(read.get(0));
    assertThat(read.get(2)).isSameAs(read.get(0));
  }

  @Test
  void theNextActReadsAgain() {
    Rulebook first = rules.during(rules);
    assertThat(rules.during(rules)).isNotSameAs(first);
    assertThat(rules.get()).isNotSameAs(rules.get());
  }
}
