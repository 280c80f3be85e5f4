package dev.gatehouse.risk;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.Manifest;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestDiffer;
import dev.gatehouse.change.ManifestObject;
import dev.gatehouse.change.UnreadableFile;
import dev.gatehouse.stage.TargetName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The smallest inputs that show a rule. */
final class Diffs {
  static final Change CHANGE =
      new Change(new ApplicationName("shop"), List.of(), Optional.empty(), List.of(), "a change");
  static final Exposure SMALL =
      new Exposure(Set.of("eu"), 12, Set.of(new ApplicationName("shop")), Set.of(), false);

  private Diffs() {}

  static ManifestDiff modified(Manifest before, Manifest after) {
    return between(List.of(before), List.of(after));
  }

  static ManifestDiff added(Manifest... after) {
    return between(List.of(), List.of(after));
  }

  /** Removes an object that is one of many, so that no other rule looks at the number. */
  static ManifestDiff removed(Manifest... before) {
    List<Manifest> others =
        Stream.iterate(0, i -> i + 1)
            .limit(40)
            .map(i -> Manifest.manifest("v1", "ConfigMap", "other-" + i))
            .toList();
    return between(Stream.concat(Stream.of(before), others.stream()).toList(), others);
  }

  static ManifestDiff between(Collection<Manifest> before, Collection<Manifest> after) {
    return ManifestDiffer.between(objects(before), objects(after), List.of());
  }

  static ManifestDiff unreadable(String file, String why) {
    return ManifestDiffer.between(List.of(), List.of(), List.of(new UnreadableFile(file, why)));
  }

  static RiskInput input(ManifestDiff diff) {
    return input(diff, SMALL, Fleet.UNKNOWN);
  }

  static RiskInput input(ManifestDiff diff, Exposure exposure, Fleet fleet) {
    return new RiskInput(
        CHANGE, Map.of(new TargetName("shop-eu"), diff), exposure, TrackRecord.NONE, fleet);
  }

  static RiskInput input(ManifestDiff diff, Exposure exposure, TrackRecord past) {
    return new RiskInput(CHANGE, Map.of(new TargetName("shop-eu"), diff), exposure, past);
  }

  private static List<ManifestObject> objects(Collection<Manifest> manifests) {
    return manifests.stream().map(Manifest::object).toList();
  }
}
