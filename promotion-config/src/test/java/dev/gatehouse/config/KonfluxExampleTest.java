package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.policy.DefaultControlModels;
import dev.gatehouse.stage.PromotionPath;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.stage.Update;
import dev.gatehouse.stage.ValueFrom;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KonfluxExampleTest {
  private final LoadedConfiguration.Loaded konflux =
      Samples.loaded(
          new ConfigurationLoader(DefaultControlModels.all())
              .load(Path.of("../docs/examples/konflux.gatehouse.yaml")));

  @Test
  void theSixComponentsThatKargoPromotesHavePaths() {
    assertThat(konflux.notices()).isEmpty();
    assertThat(konflux.rulebook().paths().keySet())
        .extracting(ApplicationName::value)
        .containsExactlyInAnyOrder(
            "konflux-operator",
            "authentication",
            "etcd-shield",
            "artifact-registry-proxy",
            "container-image-proxy",
            "dummy-deployment");
    assertThat(konflux.rulebook().paths().values()).allMatch(path -> path.problems().isEmpty());
  }

  @Test
  void aRingEditsItsOwnFilesOnly() {
    for (PromotionPath path : konflux.rulebook().paths().values()) {
      for (Stage stage : path.stages()) {
        for (Target target : stage.targets()) {
          assertThat(target.shard().value()).isEqualTo(stage.name().value());
          assertThat(target.updates())
              .isNotEmpty()
              .allMatch(update -> update.file().contains("/" + target.name().value() + "/"));
        }
      }
    }
  }

  @Test
  void theUpdatesAreThoseOfTheKargoBot() {
    String base = "components/artifact-registry-proxy/";
    assertThat(target("artifact-registry-proxy", "ring-1").updates())
        .containsExactly(
            new Update.DirectorySnapshot(
                base + "base", base + "rings/ring-1/base/base-snapshot", true),
            new Update.HelmChart(
                base + "rings/ring-1/base/caching-helm-generator.yaml",
                Optional.of("caching-helm"),
                new ValueFrom(ValueFrom.Part.TAG, Optional.of("caching-helm"))));
    assertThat(target("konflux-operator", "ring-0").updates())
        .extracting(Update::kind)
        .containsExactly(Update.Kind.KUSTOMIZE_REF, Update.Kind.KUSTOMIZE_IMAGE);
    assertThat(target("dummy-deployment", "staging").updates())
        .extracting(Update::file)
        .containsOnly("components/dummy-deployment/overlays/staging/kustomization.yaml");
  }

  private Target target(String application, String name) {
    return konflux
        .rulebook()
        .path(new ApplicationName(application))
        .orElseThrow()
        .target(new TargetName(name))
        .orElseThrow();
  }
}
