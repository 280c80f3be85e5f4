package dev.gatehouse.git.manifest;

import dev.gatehouse.change.ManifestNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the files that a kustomization refers to besides its resources. */
final class References {
  private static final List<String> UNSEEN =
      List.of(
          "generators",
          "transformers",
          "configurations",
          "helmCharts",
          "helmChartInflationGenerator",
          "components");

  private References() {}

  /** The local files of patches, values and generators. */
  static List<String> of(ManifestNode kustomization) {
    List<String> files = new ArrayList<>();
    for (String list : List.of("patches", "patchesJson6902", "replacements")) {
      kustomization.itemsAt(list).forEach(p -> p.textAt("path").ifPresent(files::add));
    }
    kustomization.itemsAt("patchesStrategicMerge").forEach(p -> inlineOrFile(p.text(), files));
    kustomization.itemsAt("configurations").forEach(p -> files.add(p.text()));
    for (String list : List.of("configMapGenerator", "secretGenerator")) {
      for (ManifestNode generator : kustomization.itemsAt(list)) {
        generator.itemsAt("files").forEach(f -> files.add(afterKey(f.text())));
        generator.itemsAt("envs").forEach(f -> files.add(f.text()));
        generator.textAt("env").ifPresent(files::add);
      }
    }
    for (ManifestNode chart : kustomization.itemsAt("helmCharts")) {
      Optional<String> values = chart.textAt("valuesFile");
      values.ifPresent(files::add);
      chart.itemsAt("additionalValuesFiles").forEach(f -> files.add(f.text()));
    }
    return files.stream().filter(f -> !isRemote(f)).toList();
  }

  /**
   * Whether kustomize may render containers that a reading of files does not show: it inflates
   * charts, runs generators, or applies this kustomization to the resources of another one.
   */
  static boolean rendersUnseen(ManifestNode kustomization) {
    return kustomization.textAt("kind").filter("Component"::equals).isPresent()
        || UNSEEN.stream().anyMatch(key -> kustomization.at(key).isPresent());
  }

  /** Whether kustomize would fetch this from somewhere else. */
  static boolean isRemote(String reference) {
    return reference.contains("://")
        || reference.matches(".*[?&](ref|version)=.*")
        || reference.matches(
            "[^/\\s]+@[^/\\s]+:.*|(github\\.com|gitlab\\.com|bitbucket\\.org)[/:].*");
  }

  private static void inlineOrFile(String text, List<String> files) {
    if (text.indexOf('\n') < 0 && !text.strip().startsWith("{")) {
      files.add(text);
    }
  }

  private static String afterKey(String file) {
    int equals = file.indexOf('=');
    return equals < 0 ? file : file.substring(equals + 1);
  }
}
