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
 * @param chart the chart's name, or the alias of a dependency
 * @param version the new version
 */
public record ChartVersionEdit(String chart, String version) implements FileEdit {

  @Override
  public List<Patch> patches(YamlText text) throws EditRefusedException {
    Values.refuseOddRevision(text, version);
    List<Cursor> pins = new ArrayList<>();
    for (Cursor root : text.roots()) {
      if (root.says("kind", "HelmChartInflationGenerator")
          && (root.says("name", chart) || root.says("chart", chart))) {
        pins.add(version(root, "version"));
      }
      for (Cursor entry : entries(root)) {
        if (entry.says("name", chart) || entry.says("alias", chart)) {
          pins.add(version(entry, "version"));
        }
      }
    }
    for (Cursor source : ArgoSources.of(text, Optional.empty())) {
      if (source.says("chart", chart)) {
        pins.add(version(source, "targetRevision"));
      }
    }
    if (pins.size() != 1) {
      throw text.refuse(
          pins.isEmpty() ? Code.NOT_FOUND : Code.AMBIGUOUS,
          "chart " + chart,
          "its version is pinned in " + pins.size() + " places of the file",
          "correct the chart's name, or set the value by its path");
    }
    return Patches.setString(pins.get(0), version);
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
