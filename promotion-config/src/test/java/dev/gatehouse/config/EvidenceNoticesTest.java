package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.problem.ConfigurationProblem;
import dev.gatehouse.config.problem.ProblemCodes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceNoticesTest {
  private static final String RULES =
      """
      apiVersion: gatehouse.dev/v1
      repositories: [{name: deploy, url: https://git.example.com/acme/deploy.git}]
      shards: [{name: eu}]
      identities:
        people: [{id: mia}]
        services: [{id: ci}]
      applications:
        - name: checkout
          folder: apps/checkout/{target}
          updates:
            - kustomizeImage: {file: "apps/checkout/{target}/k.yaml", image: checkout, from: digest}
          stages:
            - name: production
              shard: eu
              targets: [eu-1]
              evidence: [%s]
      """;

  @Test
  void anAlmostKnownCheckIsNoticedWithTheKnownOne() {
    assertThat(notices("trust.test"))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.reason().code()).isEqualTo(ProblemCodes.UNUSUAL_CHECK);
              assertThat(notice.reason().next()).contains("'trust.tests'");
              assertThat(notice.line()).isEqualTo(16);
            });
  }

  @Test
  void aCheckOfOnesOwnIsNotNoticed() {
    assertThat(notices("acme.smoke, {check: acme.latency, atMost: 0.5}")).isEmpty();
  }

  @Test
  void aThresholdForACheckThatIsNoNumberIsNoticed() {
    assertThat(notices("{check: trust.tests, atLeast: 80}"))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.reason().code()).isEqualTo(ProblemCodes.UNUSUAL_THRESHOLD);
              assertThat(notice.reason().what()).contains("true or false");
            });
    assertThat(notices("{check: trust.vulns, atMost: 0}")).isEmpty();
  }

  @Test
  void samplesAsADemandAreNoticedBecauseTheyWouldFailTheChange() {
    assertThat(notices("{check: bake.samples, atLeast: 100}"))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.reason().code()).isEqualTo(ProblemCodes.UNUSUAL_CHECK);
              assertThat(notice.reason().next()).contains("`samples` of the `bake`");
            });
  }

  @Test
  void aSourceThatCanNeverAnswerIsNoticedWithWhatWasMeant() {
    assertThat(next("{check: trust.vulns, sources: ci}")).isEqualTo("Did you mean 'service:ci'?");
    assertThat(next("{check: trust.vulns, sources: 'service:cj'}")).contains("Did you mean 'ci'?");
    assertThat(next("{check: trust.vulns, sources: 'person:ci'}")).isEqualTo("Write 'service:ci'.");
    assertThat(next("{check: trust.vulns, sources: scanner}")).contains("'service:scanner'");
  }

  @Test
  void aSourceThatIsKnownIsNotNoticed() {
    assertThat(notices("{check: trust.vulns, sources: ['service:ci', 'person:mia']}")).isEmpty();
  }

  private static String next(String demand) {
    List<ConfigurationProblem> notices = notices(demand);
    assertThat(notices).hasSize(1);
    assertThat(notices.get(0).reason().code()).isEqualTo(ProblemCodes.UNKNOWN_SOURCE);
    return notices.get(0).reason().next();
  }

  private static List<ConfigurationProblem> notices(String evidence) {
    return Samples.loaded(
            Samples.loader().load("rules.yaml", RULES.formatted(evidence), Path.of("/nowhere")))
        .notices();
  }
}
