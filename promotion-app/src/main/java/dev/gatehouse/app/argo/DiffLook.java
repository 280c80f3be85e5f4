package dev.gatehouse.app.argo;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.diff.LiveDiff;
import dev.gatehouse.argo.live.SourceMatch;
import dev.gatehouse.argocd.client.ArgoCdClient;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.ManagedResource;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks Argo CD what lives at targets against what Git wants there; changes nothing. For one thread.
 *
 * <p>A server that gave no usable answer is not asked about its other targets.
 */
public final class DiffLook {
  static final ReasonCode NO_SERVER = ReasonCode.of("argo-no-server");
  private final Function<ShardName, Optional<ArgoCdClient>> clients;
  private final Map<ShardName, Reason> broken = new HashMap<>();

  /** Looks with these clients; a shard without one cannot be asked. */
  public DiffLook(Function<ShardName, Optional<ArgoCdClient>> clients) {
    this.clients = clients;
  }

  /**
   * Looks at one target.
   *
   * @param plan what a promotion that has not written there would do to the objects of Git
   */
  public TargetDiff look(
      Target target, Optional<TargetState> promoted, Optional<ManifestDiff> plan) {
    if (ArgoApplication.following(target).isEmpty()) {
      return TargetDiff.unasked(target, promoted, Optional.empty());
    }
    Reason known = broken.get(target.shard());
    Optional<ArgoCdClient> client = clients.apply(target.shard());
    if (known != null || client.isEmpty()) {
      Reason why = known == null ? noServer(target) : known;
      return TargetDiff.unasked(target, promoted, Optional.of(why));
    }
    try {
      return asked(target, promoted, plan, client.get());
    } catch (ApiException e) {
      if (isAboutTheServer(e)) {
        broken.put(target.shard(), e.reason());
      }
      return TargetDiff.unasked(target, promoted, Optional.of(e.reason()));
    }
  }

  private static TargetDiff asked(
      Target target,
      Optional<TargetState> promoted,
      Optional<ManifestDiff> plan,
      ArgoCdClient client)
      throws ApiException {
    ApplicationRef ref = ArgoNames.ref(ArgoApplication.following(target).orElseThrow());
    Application application = client.applications().get(ref);
    List<ManagedResource> objects = client.details().managedResources(ref);
    int source = SourceMatch.of(application, target).index();
    List<String> compared = application.status().sync().allRevisions();
    TargetDiff.Shown shown =
        new TargetDiff.Shown(
            application.status().sync().status(),
            application.status().health().status(),
            source >= 0 && source < compared.size()
                ? Optional.of(compared.get(source))
                : Optional.empty());
    return new TargetDiff(
        target,
        promoted,
        Optional.of(shown),
        Optional.of(LiveDiff.of(objects)),
        plan.map(edits -> LiveDiff.of(objects, edits)),
        Optional.empty());
  }

  private static boolean isAboutTheServer(ApiException e) {
    return switch (e.kind()) {
      case NOT_FOUND, FORBIDDEN, PRECONDITION, TOO_LARGE, MALFORMED, INVALID, INTERNAL -> false;
      default -> true;
    };
  }

  private static Reason noServer(Target target) {
    return new Reason(
        NO_SERVER,
        "The Argo CD of the shard is not reached from here.",
        "gatehouse.yaml, shard " + target.shard(),
        "Ask where the shard is executable, and give it an `argo` with url and tokenFrom.");
  }
}
