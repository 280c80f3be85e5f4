package dev.gatehouse.argo;

import dev.gatehouse.argo.window.Crons;
import dev.gatehouse.argo.window.Trigger;
import dev.gatehouse.argo.window.WindowCalendar;
import dev.gatehouse.argocd.client.ArgoCdClient;
import dev.gatehouse.argocd.model.AppProject;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.SyncWindows;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks at an application's sync windows before anything is asked for; never fights one. */
record SyncWindowCheck(Crons crons) {
  private static final Duration UNTOLD = Duration.ofMinutes(1);

  /** Returns the answer to wait for; empty when such a sync is let through now. */
  Optional<SyncOutcome.Later> closed(
      ArgoCdClient client, Target target, ApplicationRef ref, Trigger trigger, Instant now)
      throws ApiException {
    SyncWindows windows = client.details().syncWindows(ref);
    if (trigger.isLetThrough(windows)) {
      return Optional.empty();
    }
    Optional<Instant> opens = opens(client, ref, windows, trigger, now);
    return Optional.of(
        new SyncOutcome.Later(
            ArgoReasons.windowClosed(target, ref.project(), opens),
            opens.orElse(now.plus(UNTOLD))));
  }

  /** Who may not read the project still waits, without knowing how long. */
  private Optional<Instant> opens(
      ArgoCdClient client, ApplicationRef ref, SyncWindows windows, Trigger trigger, Instant now) {
    try {
      AppProject project = client.projects().get(ref.project());
      return WindowCalendar.of(windows.assignedWindows(), project, crons).opensAfter(now, trigger);
    } catch (ApiException e) {
      return Optional.empty();
    }
  }
}
