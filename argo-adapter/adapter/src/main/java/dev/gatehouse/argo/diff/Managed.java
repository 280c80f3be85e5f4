package dev.gatehouse.argo.diff;

import dev.gatehouse.argocd.model.ManagedResource;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestDiffer;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ManifestObject;
import dev.gatehouse.change.ObjectKey;
import dev.gatehouse.change.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects of an application with both their states.
 *
 * @param states by identity, in the order of the server, without hooks
 * @param unreadable those whose state is no JSON object
 */
record Managed(Map<ObjectKey, BothStates> states, List<UnreadableFile> unreadable) {
  Managed {
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    unreadable = List.copyOf(unreadable);
  }

  static Managed of(List<ManagedResource> objects) {
    Map<ObjectKey, BothStates> states = new LinkedHashMap<>();
    List<UnreadableFile> unreadable = new ArrayList<>();
    for (ManagedResource object : objects) {
      ObjectKey key =
          new ObjectKey(object.group(), object.kind(), object.namespace(), object.name());
      try {
        if (!object.hook()) {
          states.put(key, BothStates.of(object));
        }
      } catch (IOException e) {
        unreadable.add(new UnreadableFile(key.label(), "its state is no JSON object"));
      }
    }
    return new Managed(states, unreadable);
  }

  /** Returns what a sync with prune would change. */
  ManifestDiff wanted() {
    Map<ObjectKey, ManifestNode.Mapping> wanted = new LinkedHashMap<>();
    states.forEach((key, both) -> both.wanted().ifPresent(state -> wanted.put(key, state)));
    return against(wanted);
  }

  /** Returns what differs between what lives and these states. */
  ManifestDiff against(Map<ObjectKey, ManifestNode.Mapping> wanted) {
    List<ManifestObject> living = new ArrayList<>();
    states.forEach((key, both) -> both.live().ifPresent(state -> living.add(object(key, state))));
    List<ManifestObject> after = new ArrayList<>();
    wanted.forEach((key, state) -> after.add(object(key, state)));
    return ManifestDiffer.between(living, after, unreadable);
  }

  Optional<BothStates> state(ObjectKey key) {
    return Optional.ofNullable(states.get(key));
  }

  private static ManifestObject object(ObjectKey key, ManifestNode.Mapping state) {
    return new ManifestObject(key, state.textAt("apiVersion").orElse(""), "", state);
  }
}
