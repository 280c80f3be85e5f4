package dev.gatehouse.argo.diff;

import dev.gatehouse.argo.model.ManagedResource;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestDiffer;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ManifestObject;
import dev.gatehouse.change.ObjectKey;
import dev.gatehouse.change.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what lives in a cluster with what Git wants there, by the states that Argo CD shows.
 *
 * <p>Pure. Before is what lives, after is what Git wants; what the cluster keeps for itself is left
 * out. The values of Secrets are replaced before anything is compared, also where the server has
 * masked them already: no result holds one. Hooks have no lasting state and are not compared.
 */
public final class LiveDiff {
  private LiveDiff() {}

  /** Returns what a sync with prune would change; a state that cannot be read is told as such. */
  public static ManifestDiff of(List<ManagedResource> objects) {
    List<ManifestObject> living = new ArrayList<>();
    List<ManifestObject> wanted = new ArrayList<>();
    List<UnreadableFile> unreadable = new ArrayList<>();
    for (ManagedResource object : objects) {
      if (object.hook()) {
        continue;
      }
      try {
        BothStates states = BothStates.of(object);
        states.live().ifPresent(state -> living.add(object(object, state)));
        states.wanted().ifPresent(state -> wanted.add(object(object, state)));
      } catch (IOException e) {
        unreadable.add(new UnreadableFile(key(object).label(), "its state is no JSON object"));
      }
    }
    return ManifestDiffer.between(living, wanted, unreadable);
  }

  private static ManifestObject object(ManagedResource object, ManifestNode.Mapping state) {
    String version = state.textAt("apiVersion").orElse("");
    return new ManifestObject(key(object), version, "", state);
  }

  private static ObjectKey key(ManagedResource object) {
    return new ObjectKey(object.group(), object.kind(), object.namespace(), object.name());
  }
}
