package dev.gatehouse.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.ReferencePage;
import dev.gatehouse.policy.Bake;
import org.junit.jupiter.api.Test;

class KnownChecksTest {
  private static final String PAGE =
      """
      # Checks

      The checks that Gatehouse knows by name. Rules ask for them under `evidence` and `definitionOfDone`; a fact states one, such
      as `gatehouse attest <promotion> trust.tests=true`. A check of your own may have any name; it is judged the same way.

      A check whose name begins with `bake.` is about what is live. It is not asked for before the start; a bake does not end until
      it holds, and when it turns false the plan's rollback follows. What was stated before the bake began does not count for it.

      This page is written from `KnownChecks`: `mvn test -pl promotion-core -Dtest=KnownChecksTest -Dgatehouse.docs.update=true`.

      | check | what is so when it holds | a fact is | usually stated by |
      |---|---|---|---|
      %s""";

  @Test
  void thePageListsTheCatalogue() {
    StringBuilder rows = new StringBuilder();
    for (KnownCheck check : KnownChecks.all()) {
      rows.append(
          "| `%s` | %s | %s | %s |%n"
              .formatted(check.name(), check.meaning(), check.shape().label(), check.knownBy()));
    }
    ReferencePage.check("checks.md", PAGE.formatted(rows));
  }

  @Test
  void aNameIsInTheCatalogueOnce() {
    assertThat(KnownChecks.all()).extracting(KnownCheck::name).doesNotHaveDuplicates();
    assertThat(KnownChecks.names()).hasSameSizeAs(KnownChecks.all());
  }

  @Test
  void aBuiltInRuleCanOnlyAskForAKnownCheck() {
    assertThat(KnownChecks.find(Bake.SAMPLES)).isPresent();
    assertThat(KnownChecks.find(CheckName.of("acme.smoke"))).isEmpty();
    assertThatThrownBy(() -> KnownChecks.named("trust.test"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("trust.test");
  }
}
