package dev.gatehouse.engine;

import dev.gatehouse.spi.ControlPlane;
import dev.gatehouse.spi.ControlPlaneRuns;
import dev.gatehouse.spi.Delivery;
import dev.gatehouse.spi.EvidenceSource;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.stage.ControlPlaneKind;
import dev.gatehouse.stage.ControlPlaneSettings;
import dev.gatehouse.stage.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the control plane that follows a target by its kind; immutable and thread-safe. */
final class ControlPlanes {
  private static final ControlPlaneKind NONE = new ControlPlaneKind("none");

  /** What follows a target without a control plane. */
  private record Unfollowed(LiveStateReader liveStateReader, Delivery delivery)
      implements ControlPlane {
    @Override
    public ControlPlaneKind kind() {
      return NONE;
    }
  }

  private final Map<ControlPlaneKind, ControlPlane> byKind;
  private final ControlPlane unfollowed;

  /**
   * Knows these.
   *
   * @param live tells what is live on targets that no control plane follows
   * @param syncer is asked for syncs of those targets
   * @throws IllegalStateException if two are of one kind
   */
  ControlPlanes(List<ControlPlane> planes, LiveStateReader live, Syncer syncer) {
    this.byKind =
        planes.stream()
            .collect(Collectors.toUnmodifiableMap(ControlPlane::kind, Function.identity()));
    this.unfollowed = new Unfollowed(live, new Delivery.Follows(syncer));
  }

  /** Returns what follows a target; one of an unknown kind holds what is to be written there. */
  ControlPlane of(Target target) {
    return target.controlPlane().map(ControlPlaneSettings::kind).map(this::of).orElse(unfollowed);
  }

  /** Returns what has written revisions made live; nobody is asked where runs do all of it. */
  Syncer syncer(Target target) {
    return of(target).delivery() instanceof Delivery.Follows follows
        ? follows.syncer()
        : Syncer.NONE;
  }

  /** Tells before anything is written why nothing can go live now; empty when nothing is known. */
  Optional<SyncOutcome.Later> hold(Target target, Instant now) {
    return runs(target)
        .map(
            runs ->
                runs.hold(target, now)
                    .map(later -> new SyncOutcome.Later(later.reason(), later.recheckAt())))
        .orElseGet(() -> syncer(target).hold(target, now));
  }

  /** Returns what starts runs that write; empty where the engine writes. */
  Optional<ControlPlaneRuns> runs(Target target) {
    return of(target).delivery() instanceof Delivery.Writes writes
        ? Optional.of(writes.runs())
        : Optional.empty();
  }

  private ControlPlane of(ControlPlaneKind kind) {
    ControlPlane known = byKind.get(kind);
    return known == null ? new MissingControlPlane(kind) : known;
  }

  /** Returns the facts that all of them can bring. */
  static List<EvidenceSource> evidence(List<ControlPlane> planes) {
    return planes.stream().flatMap(plane -> plane.evidence().stream()).toList();
  }
}
