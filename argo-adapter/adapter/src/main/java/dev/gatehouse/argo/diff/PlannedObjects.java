package dev.gatehouse.argo.diff;

import dev.gatehouse.change.FileKind;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ManifestObject;
import dev.gatehouse.change.ManifestOverlay;
import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.change.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays the changes of a plan over the objects of an application; for one thread. */
final class PlannedObjects {
  private final Managed managed;
  private final Map<ObjectKey, ManifestNode.Mapping> states = new LinkedHashMap<>();
  private final Set<ObjectKey> changed = new LinkedHashSet<>();
  private final List<ObjectChange> notLaidOver = new ArrayList<>();

  private PlannedObjects(Managed managed) {
    this.managed = managed;
    managed.states().forEach((key, both) -> both.wanted().ifPresent(s -> states.put(key, s)));
  }

  static PlannedObjects of(Managed managed, ManifestDiff plan) {
    PlannedObjects planned = new PlannedObjects(managed);
    plan.changes().forEach(planned::lay);
    if (!planned.changed.isEmpty()) {
      // What a kustomization does to objects is seen in them.
      planned.notLaidOver.removeIf(c -> is(c, FileKind.KUSTOMIZATION));
    }
    return planned;
  }

  /** Returns every object as Git would want it after the promotion. */
  Map<ObjectKey, ManifestNode.Mapping> states() {
    return states;
  }

  Set<ObjectKey> changed() {
    return changed;
  }

  /** Returns the files of the changes that could not be laid over an object. */
  List<String> unknown() {
    return notLaidOver.stream().map(ObjectChange::file).distinct().toList();
  }

  private void lay(ObjectChange change) {
    boolean object = !change.key().isPatch() && FileKind.of(change.key()).isEmpty();
    List<ObjectKey> places = object ? places(change.key()) : List.of();
    boolean laid =
        switch (change.type()) {
          case ADDED -> object && places.size() <= 1 && added(change, places);
          case REMOVED -> places.size() == 1 && removed(places.get(0));
          case MODIFIED -> places.size() == 1 && modified(change, places.get(0));
        };
    if (!laid) {
      notLaidOver.add(change);
    }
  }

  /** Argo CD fills in the namespace that Git leaves open. */
  private List<ObjectKey> places(ObjectKey key) {
    return managed.states().keySet().stream()
        .filter(k -> k.group().equals(key.group()) && k.kind().equals(key.kind()))
        .filter(k -> k.name().equals(key.name()))
        .filter(k -> key.namespace().isEmpty() || k.namespace().equals(key.namespace()))
        .toList();
  }

  private boolean added(ObjectChange change, List<ObjectKey> places) {
    ObjectKey place = places.isEmpty() ? change.key() : places.get(0);
    BothStates object =
        new BothStates(Optional.empty(), change.after().map(ManifestObject::content)).shown();
    ManifestNode.Mapping after = object.wanted().orElseThrow();
    Optional<ManifestNode.Mapping> live = managed.state(place).flatMap(BothStates::live);
    put(place, live.map(state -> BothStates.over(after, state)).orElse(after));
    return true;
  }

  private boolean removed(ObjectKey place) {
    states.remove(place);
    return changed.add(place);
  }

  private boolean modified(ObjectChange change, ObjectKey place) {
    ManifestNode.Mapping wanted = states.get(place);
    if (wanted == null) {
      return false;
    }
    BothStates both =
        new BothStates(
                change.before().map(ManifestObject::content),
                change.after().map(ManifestObject::content))
            .shown();
    put(
        place,
        ManifestOverlay.over(wanted, both.live().orElseThrow(), both.wanted().orElseThrow()));
    return true;
  }

  private void put(ObjectKey place, ManifestNode.Mapping state) {
    states.put(place, state);
    changed.add(place);
  }

  private static boolean is(ObjectChange change, FileKind kind) {
    return FileKind.of(change.key()).filter(kind::equals).isPresent();
  }
}
