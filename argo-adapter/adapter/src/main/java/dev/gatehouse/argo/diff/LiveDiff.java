package dev.gatehouse.argo.diff;

import dev.gatehouse.argocd.model.ManagedResource;
import dev.gatehouse.change.ManifestDiff;
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
    return Managed.of(objects).wanted();
  }

  /**
   * Returns what a sync with prune would change after a promotion.
   *
   * @param plan what the promotion does to the objects of Git
   */
  public static PlannedDiff of(List<ManagedResource> objects, ManifestDiff plan) {
    Managed managed = Managed.of(objects);
    PlannedObjects planned = PlannedObjects.of(managed, plan);
    return new PlannedDiff(
        managed.wanted(), managed.against(planned.states()), planned.changed(), planned.unknown());
  }
}
