package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.Grant;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.identity.Scope;
import dev.gatehouse.identity.Verb;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsKeysTest {
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
            - {name: production, shard: eu, targets: [eu-1]}
      """;

  @Test
  void aGrantHoldsForTheNamedApplicationsStagesAndShardsAndAddsToTheRest() {
    Rights rights =
        rights(
            """
            rights:
              approve: release
              grants:
                - {verbs: [approve, waive], groups: owners, applications: checkout, stages: production}
                - {verbs: execute, groups: [platform], shards: eu}
            """);
    Scope here = new Scope(Set.of("checkout"), Set.of("production"), Set.of());
    assertThat(rights.grants().get(Verb.APPROVE))
        .containsExactly(
            new Grant(Set.of("release"), Scope.EVERYWHERE), new Grant(Set.of("owners"), here));
    assertThat(rights.grants().get(Verb.WAIVE)).containsExactly(new Grant(Set.of("owners"), here));
    assertThat(rights.grants().get(Verb.EXECUTE))
        .containsExactly(
            new Grant(Set.of("platform"), new Scope(Set.of(), Set.of(), Set.of("eu"))));
    assertThat(rights.grants()).doesNotContainKey(Verb.ABORT);
  }

  @Test
  void aPlaceThatDoesNotExistIsAMistakeWithAGuess() {
    LoadedConfiguration loaded =
        load("rights: {grants: [{verbs: approve, groups: owners, stages: prodution}]}\n");
    assertThat(((LoadedConfiguration.Invalid) loaded).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("$.rights.grants[0].stages");
              assertThat(problem.reason().next()).contains("production");
            });
  }

  private static Rights rights(String more) {
    return Samples.loaded(load(more)).rulebook().rights();
  }

  private static LoadedConfiguration load(String more) {
    return Samples.loader().load("gatehouse.yaml", RULES + more, Path.of("/rules"));
  }
}
