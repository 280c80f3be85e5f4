package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.evidence.Bound;
import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.stage.StageName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaiverKeysTest {
  private static final String RULES =
      """
      apiVersion: gatehouse.dev/v1
      repositories: [{name: deploy, url: https://git.example.com/acme/deploy.git}]
      shards: [{name: eu}]
      applications:
        - name: checkout
          folder: apps/checkout/{target}
          updates:
            - kustomizeImage: {file: "apps/checkout/{target}/k.yaml", image: checkout, from: digest}
          stages:
            - name: production
              shard: eu
              evidence: [trust.tests, {check: coverage, atLeast: 80}, {check: errors, atMost: 0.5}]
              targets: [eu-1]
      """;

  @Test
  void aWaiverLastsThirtyDaysAtMostWhereTheFileSaysNothing() {
    assertThat(rules(RULES).waivers().longest()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void theFileSaysHowLongAWaiverLastsAtMost() {
    assertThat(rules(RULES + "waivers: {longest: 12h}\n").waivers().longest())
        .isEqualTo(Duration.ofHours(12));
  }

  @Test
  void aDemandMayNameThresholds() {
    assertThat(
            rules(RULES)
                .demands(new ApplicationName("checkout"), new StageName("production"))
                .evidence())
        .containsExactly(
            EvidenceDemand.of("trust.tests"),
            demand("coverage", Optional.of(80.0), Optional.empty()),
            demand("errors", Optional.empty(), Optional.of(0.5)));
  }

  @Test
  void aDemandMayNameItsSourcesAndAskForAStatement() {
    String rules =
        RULES.replace(
            "trust.tests,",
            "{check: trust.tests, sources: [service:CI, scanner], attested: true},");
    assertThat(
            rules(rules)
                .demands(new ApplicationName("checkout"), new StageName("production"))
                .evidence())
        .contains(
            EvidenceDemand.of("trust.tests")
                .from(SourceName.of("service:ci"), SourceName.of("scanner"))
                .attested());
  }

  private static EvidenceDemand demand(
      String check, Optional<Double> atLeast, Optional<Double> atMost) {
    return new EvidenceDemand(
        CheckName.of(check), Optional.empty(), Optional.of(new Bound(atLeast, atMost)));
  }

  private static Rulebook rules(String text) {
    return Samples.loaded(Samples.loader().load("gatehouse.yaml", text, Path.of("/rules")))
        .rulebook();
  }
}
