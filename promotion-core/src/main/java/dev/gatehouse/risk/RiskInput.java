package dev.gatehouse.risk;

import dev.gatehouse.change.Change;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.stage.TargetName;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything a risk may be computed from.
 *
 * @param change the change
 * @param diffs what it does at each target
 * @param exposure how far it reaches
 * @param trackRecord how the past went
 * @param fleet what runs today
 */
public record RiskInput(
    Change change,
    Map<TargetName, ManifestDiff> diffs,
    Exposure exposure,
    TrackRecord trackRecord,
    Fleet fleet) {
  /** Copies the map in a stable order. */
  public RiskInput {
    Map<TargetName, ManifestDiff> sorted =
        new TreeMap<>(java.util.Comparator.comparing(TargetName::value));
    sorted.putAll(diffs);
    diffs = Collections.unmodifiableMap(sorted);
  }

  /** Creates an input for an installation that cannot count what runs. */
  public RiskInput(
      Change change,
      Map<TargetName, ManifestDiff> diffs,
      Exposure exposure,
      TrackRecord trackRecord) {
    this(change, diffs, exposure, trackRecord, Fleet.UNKNOWN);
  }
}
