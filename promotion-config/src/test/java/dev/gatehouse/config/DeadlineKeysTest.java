package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineKeysTest {
  private static final String RULES =
      """
      apiVersion: gatehouse.dev/v1
      repositories: [{name: deploy, url: https://git.example.com/acme/deploy.git}]
      shards: [{name: eu}]
      applications:
        - name: checkout
          folder: apps/checkout/{target}
          shard: eu
          %s
          updates:
            - kustomizeImage: {file: "apps/checkout/{target}/k.yaml", image: checkout, from: digest}
          stages:
            - name: production
              targets: [eu-1, {name: eu-2, writtenWithin: 5m, healthyWithin: 7m}]
      """;

  @Test
  void everyWaitForAMachineLastsAnHourWhereTheFileSaysNothing() {
    Target target = target(RULES.formatted(""), "eu-1");
    assertThat(target.writtenWithin()).isEqualTo(Duration.ofHours(1));
    assertThat(target.healthyWithin()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void theNearestLevelSaysHowLongATargetMayWaitToBeWrittenAndToBecomeLive() {
    String rules = RULES.formatted("writtenWithin: 2h\n    healthyWithin: 3h");
    assertThat(target(rules, "eu-1").writtenWithin()).isEqualTo(Duration.ofHours(2));
    assertThat(target(rules, "eu-1").healthyWithin()).isEqualTo(Duration.ofHours(3));
    assertThat(target(rules, "eu-2").writtenWithin()).isEqualTo(Duration.ofMinutes(5));
    assertThat(target(rules, "eu-2").healthyWithin()).isEqualTo(Duration.ofMinutes(7));
  }

  private static Target target(String text, String name) {
    return Samples.loaded(Samples.loader().load("gatehouse.yaml", text, Path.of("/rules")))
        .rulebook()
        .path(new ApplicationName("checkout"))
        .flatMap(path -> path.target(new TargetName(name)))
        .orElseThrow();
  }
}
