package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.EditRefusal.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets the version of a Helm chart wherever a file pins it.
 *
 * <p>Understands {@code dependencies} of a {@code Chart.yaml}, {@code helmCharts} of a
 * kustomization, a {@code HelmChartInflationGenerator}, and the chart sources of an Argo CD
 * Application or ApplicationSet.
 *
 * @param chart the chart's name, or the alias of a dependency; empty where the file pins one only
 * @param version the new version
 */
public record ChartVersionEdit(Optional<String> chart, String version) implements FileEdit {

  @Override
  public List<Patch> patches(YamlText text) throws EditRefusedException {
    Values.refuseOddRevision(text, version);
    List<Cursor> pins = pins(text);
    if (pins.size() != 1) {
      throw text.refuse(
          pins.isEmpty() ? Code.NOT_FOUND : Code.AMBIGUOUS,
          "chart " + chart.orElse("(any)"),
          "its version is pinned in " + pins.size() + " places of the file",
          "correct the chart's name, or set the value by its path");
    }
    return Patches.setString(pins.get(0), version);
  }

  private List<Cursor> pins(YamlText text) throws EditRefusedException {
    List<Cursor> pins = new ArrayList<>();
    for (Cursor root : text.roots()) {
      if (root.says("kind", "HelmChartInflationGenerator") && isNamed(root, "name", "chart")) {
        pins.add(version(root, "version"));
      }
      for (Cursor entry : entries(root)) {
        if (isNamed(entry, "name", "alias")) {
          pins.add(version(entry, "version"));
        }
      }
    }
    for (Cursor source : ArgoSources.of(text, Optional.empty())) {
      if (source.string("chart").isPresent() && isNamed(source, "chart")) {
        pins.add(version(source, "targetRevision"));
      }
    }
    return pins;
  }

  private boolean isNamed(Cursor at, String... keys) {
    return chart.isEmpty() || List.of(keys).stream().anyMatch(k -> at.says(k, chart.get()));
  }

  private static List<Cursor> entries(Cursor root) throws EditRefusedException {
    List<Cursor> entries = new ArrayList<>();
    for (String list : List.of("dependencies", "helmCharts", "helmChartInflationGenerator")) {
      if (root.mapping().flatMap(m -> m.get(list)).isPresent()) {
        entries.addAll(root.get(list).orElseThrow().items());
      }
    }
    return entries;
  }

  private static Cursor version(Cursor at, String key) throws EditRefusedException {
    Optional<Cursor> version = at.get(key);
    if (version.isPresent()) {
      return version.get();
    }
    throw at.text()
        .refuse(
            Code.NOT_FOUND,
            at.node(),
            at.path(),
            "the chart has no " + key + " here and follows the latest",
            "pin it once by hand with " + key + " and the version that is live now");
  }
}
