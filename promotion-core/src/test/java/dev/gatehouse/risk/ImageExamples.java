package dev.gatehouse.risk;

import static dev.gatehouse.change.Manifest.file;
import static dev.gatehouse.change.Manifest.manifest;
import static dev.gatehouse.risk.Diffs.modified;
import static dev.gatehouse.risk.Example.example;

import dev.gatehouse.change.Manifest;
import dev.gatehouse.change.ManifestDiff;
import java.util.List;

final class ImageExamples {
  private static final String A = "@sha256:" + "a".repeat(64);
  private static final String B = "@sha256:" + "b".repeat(64);
  private static final String NORMAL = "application LOW, R0";
  private static final String ODD = "application MEDIUM, R0";

  private ImageExamples() {}

  static List<Example> all() {
    return List.of(
        example("A1", NORMAL, image("ghcr.io/acme/web:1.4.2", "ghcr.io/acme/web:1.4.3" + B))
            .silentOn(image("ghcr.io/acme/web:1.4.2", "ghcr.io/acme/web:1.4.3"))
            .silentOn(image("ghcr.io/acme/web:1.4.2", "ghcr.io/acme/web:2.0.0" + B)),
        example("A1", NORMAL, image("ghcr.io/acme/web" + A, "ghcr.io/acme/web" + B)),
        example("A1", NORMAL, kustomize("digest", A.substring(1), B.substring(1)))
            .silentOn(kustomize("newName", "ghcr.io/acme/web", "ghcr.io/else/web")),
        example("A1", NORMAL, values("image.digest", A.substring(1), B.substring(1)))
            .silentOn(values("replicaCount", 3, 2)),
        example("A2", ODD, image("ghcr.io/acme/web:1.4.2", "ghcr.io/acme/web:1.4.3"))
            .silentOn(image("ghcr.io/acme/web:1.4.2", "ghcr.io/acme/web:1.4.3" + B)),
        example("A2", ODD, image("ghcr.io/acme/web:1.4.2" + A, "ghcr.io/acme/web:1.4.1" + B)),
        example("A2", ODD, image("ghcr.io/acme/web" + A, "docker.io/acme/web" + B)),
        example("A2", ODD, image("ghcr.io/acme/web:1.9" + A, "ghcr.io/acme/web:2.0" + B)),
        example("A2", ODD, image("ghcr.io/acme/web" + A, "ghcr.io/acme/web:latest")),
        example("A2", ODD, kustomize("newTag", "1.0.0", "1.0.1")),
        example("A2", ODD, values("image.tag", "1.0.0", "1.0.1")));
  }

  private static ManifestDiff image(String before, String after) {
    return modified(web(before), web(after));
  }

  private static Manifest web(String image) {
    return manifest("apps/v1", "Deployment", "web")
        .with("spec.template.spec.containers[web].image", image);
  }

  private static ManifestDiff kustomize(String field, String before, String after) {
    return modified(kustomization(field, before), kustomization(field, after));
  }

  private static Manifest kustomization(String field, String value) {
    return file("prod/kustomization.yaml").with("images[web]." + field, value);
  }

  private static ManifestDiff values(String field, Object before, Object after) {
    return modified(valueFile(field, before), valueFile(field, after));
  }

  private static Manifest valueFile(String field, Object value) {
    return file("prod/values.yaml").with("image.repository", "ghcr.io/acme/web").with(field, value);
  }
}
