package dev.gatehouse.git.oracle;

import dev.gatehouse.stage.Update;
import dev.gatehouse.stage.Update.DirectorySnapshot;
import dev.gatehouse.stage.Update.HelmChart;
import dev.gatehouse.stage.Update.KustomizeImage;
import dev.gatehouse.stage.Update.KustomizeRef;
import dev.gatehouse.stage.ValueFrom;
import dev.gatehouse.stage.ValueFrom.Part;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The promotion paths of Konflux's rings: what promoting a component into a ring edits. */
final class KonfluxRings {
  private static final String OPERATOR =
      "https://github.com/konflux-ci/konflux-ci/operator/config/default";
  private static final String DUMMY = "https://github.com/flacatus/konflux-dummy-deploy//k8s";

  /** From this day on, Konflux's own path promoted the image of etcd-shield too. */
  private static final LocalDate IMAGE_OF_ETCD_SHIELD = LocalDate.of(2026, 7, 31);

  private KonfluxRings() {}

  static List<Update> updates(String component, int ring, LocalDate day) {
    String base = "components/" + component + "/rings/ring-" + ring + "/base/";
    return switch (component) {
      case "konflux-operator" ->
          pinned(base + "invariant/kustomization.yaml", OPERATOR, "localhost/konflux-operator");
      case "dummy-deployment" ->
          pinned(
              "components/dummy-deployment/overlays/"
                  + (ring == 0 ? "development" : "staging")
                  + "/kustomization.yaml",
              DUMMY,
              "quay.io/redhat-appstudio-qe/dummy-deployment");
      case "authentication" -> List.of(snapshot(component, base));
      case "etcd-shield" ->
          day.isBefore(IMAGE_OF_ETCD_SHIELD)
              ? List.of(snapshot(component, base))
              : List.of(snapshot(component, base), etcdShieldImage(base));
      case "artifact-registry-proxy", "container-image-proxy" ->
          List.of(
              snapshot(component, base),
              new HelmChart(
                  base + "caching-helm-generator.yaml",
                  Optional.of("caching-helm"),
                  part(Part.TAG, "caching-helm")));
      default -> List.of();
    };
  }

  private static Update etcdShieldImage(String base) {
    String image = "quay.io/konflux-ci/etcd-shield";
    return new KustomizeImage(base + "kustomization.yaml", image, part(Part.TAG, image), true);
  }

  private static List<Update> pinned(String file, String remote, String image) {
    return List.of(
        new KustomizeRef(file, remote, part(Part.TAG, remote)),
        new KustomizeImage(file, image, part(Part.TAG, image), false));
  }

  private static Update snapshot(String component, String base) {
    return new DirectorySnapshot("components/" + component + "/base", base + "base-snapshot", true);
  }

  private static ValueFrom part(Part part, String artifact) {
    return new ValueFrom(part, Optional.of(artifact.replace("https://", "")));
  }
}
