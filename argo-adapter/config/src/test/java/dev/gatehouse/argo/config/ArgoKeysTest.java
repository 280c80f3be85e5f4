package dev.gatehouse.argo.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.application.ArgoApplication.Newer;
import dev.gatehouse.argo.application.ArgoApplication.Sync;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.config.LoadedConfiguration;
import dev.gatehouse.config.problem.ConfigurationProblem;
import dev.gatehouse.config.settings.SecretReference;
import dev.gatehouse.stage.TargetName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgoKeysTest {
  private final LoadedConfiguration.Loaded full =
      Samples.loaded(Samples.loader().load(Samples.path("valid/full.yaml")));
  private final LoadedConfiguration.Loaded example =
      Samples.loaded(Samples.loader().load(Path.of("../../docs/examples/argocd.gatehouse.yaml")));

  @Test
  void theArgoCdOfAShardIsRead() {
    assertThat(full.settings().controlPlane("eu", ArgoSettings.class))
        .contains(
            new ArgoSettings(
                URI.create("https://argocd.eu.example.org/argo"),
                new SecretReference.InStore(URI.create("https://gatehouse@argocd.eu.example.org")),
                Optional.of(Samples.path("valid/full.yaml").resolveSibling("certificates/ca.pem")),
                false,
                false));
    assertThat(full.settings().controlPlane("us", ArgoSettings.class).orElseThrow().plainHttp())
        .isTrue();
    assertThat(full.settings().controlPlane("nonprod", ArgoSettings.class)).isEmpty();
  }

  @Test
  void aDemandForWhatArgoCdSaysIsNotNoticedAndAMisspeltSourceIs() throws IOException {
    String rules =
        Files.readString(Path.of("../../docs/examples/argocd.gatehouse.yaml"))
            .replaceFirst(
                "( +)(- name: production\\n)",
                "$1$2$1  evidence: [{check: bake.analysis, sources: SOURCE}]\n");
    assertThat(rules).contains("SOURCE");
    assertThat(notices(rules.replace("SOURCE", "argocd"))).isEmpty();
    assertThat(notices(rules.replace("SOURCE", "argo-cd")))
        .singleElement()
        .satisfies(notice -> assertThat(notice.reason().next()).contains("'argocd'"));
  }

  private static List<ConfigurationProblem> notices(String rules) {
    return Samples.loaded(Samples.loader().load("rules.yaml", rules, Path.of("/nowhere")))
        .notices();
  }

  @Test
  void theNearestLevelNamesTheApplication() {
    assertThat(argo(full, "checkout", "eu-1"))
        .contains(ArgoApplication.of("checkout-eu-1", "default", Sync.AUTOMATIC));
    assertThat(argo(full, "checkout", "eu-2"))
        .contains(
            new ArgoApplication(
                "checkout.production-eu-2",
                "checkout",
                Optional.of("argocd-apps"),
                Sync.REQUESTED,
                Newer.SAME_FOLDER,
                true,
                Duration.ofSeconds(30)));
    assertThat(argo(full, "checkout", "staging")).isEmpty();
  }

  @Test
  void noneTakesAwayWhatALevelAboveSaysAndIsANameOnlyWhenSpelledOut() {
    String text =
        """
        apiVersion: gatehouse.dev/v1
        repositories: [{name: deploy, url: "https://git.example.com/acme/deploy.git"}]
        shards:
          - name: eu
            argo: {url: "https://argocd.example.org", tokenFrom: {env: ARGOCD_TOKEN}}
          - name: bare
        applications:
          - name: checkout
            folder: apps/{target}
            updates: [{yamlValue: {file: "apps/{target}/values.yaml", path: image.tag, from: tag}}]
            argo: "{application}-{target}"
            stages:
              - name: production
                shard: eu
                targets:
                  - one
                  - {name: two, argo: none}
                  - {name: three, argo: {application: none}}
                  - {name: four, shard: bare, argo: none}
        """;
    LoadedConfiguration.Loaded loaded =
        Samples.loaded(Samples.loader().load("gatehouse.yaml", text, Path.of(".")));

    assertThat(argo(loaded, "checkout", "one")).isPresent();
    assertThat(argo(loaded, "checkout", "two")).isEmpty();
    assertThat(argo(loaded, "checkout", "three").orElseThrow().name()).isEqualTo("none");
    assertThat(argo(loaded, "checkout", "four")).isEmpty();
  }

  @Test
  void theExampleHasNoMistakeAndNoNotice() {
    assertThat(example.notices()).isEmpty();
    assertThat(example.settings().controlPlanes().keySet())
        .containsExactlyInAnyOrder("nonprod", "eu", "us");
  }

  @Test
  void whatANewerRevisionMeansFollowsFromWhoSyncs() {
    assertThat(argo(example, "checkout", "staging").orElseThrow().newer())
        .isEqualTo(Newer.SAME_FOLDER);
    assertThat(argo(example, "checkout", "eu-1").orElseThrow().newer())
        .isEqualTo(Newer.SAME_FOLDER);
    assertThat(argo(example, "gateway", "us-1").orElseThrow().sync()).isEqualTo(Sync.PINNED);
    assertThat(argo(example, "gateway", "us-1").orElseThrow().newer()).isEqualTo(Newer.REFUSED);
  }

  private static Optional<ArgoApplication> argo(
      LoadedConfiguration.Loaded loaded, String application, String target) {
    return loaded
        .rulebook()
        .path(new ApplicationName(application))
        .orElseThrow()
        .target(new TargetName(target))
        .flatMap(ArgoApplication::following);
  }
}
