package dev.gatehouse.argo;

import dev.gatehouse.argo.client.ArgoCdClient;
import dev.gatehouse.argo.http.ArgoCdException;
import dev.gatehouse.argo.model.AppProject;
import dev.gatehouse.argo.model.SyncWindows;
import dev.gatehouse.argo.window.Crons;
import dev.gatehouse.argo.window.WindowCalendar;
import dev.gatehouse.spi.SyncOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Looks at an application's sync windows before anything is asked for; never fights one. */
record SyncWindowCheck(Crons crons) {
  private static final Duration UNTOLD = Duration.ofMinutes(1);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  /** Returns the answer to wait for; empty when a sync by hand is let through now. */
  Optional<SyncOutcome> closed(ArgoCdClient client, Asked asked, Instant now)
      throws ArgoCdException {
    SyncWindows windows = client.details().syncWindows(asked.ref());
    if (windows.canSync()) {
      return Optional.empty();
    }
    Optional<Instant> opens = opens(client, asked, windows, now);
    return Optional.of(
        new SyncOutcome.Later(
            ArgoReasons.of(
                ArgoReasons.WINDOW_CLOSED,
                asked.written().target(),
                "A sync window is closed; "
                    + opens
                        .map(at -> "it opens at " + CLOCK.format(at) + ".")
                        .orElse("when it opens cannot be told."),
                "Wait; it goes on by itself. Windows are set in project "
                    + asked.ref().project()
                    + "."),
            opens.orElse(now.plus(UNTOLD))));
  }

  /** Who may not read the project still waits, without knowing how long. */
  Optional<Instant> opens(ArgoCdClient client, Asked asked, SyncWindows windows, Instant now) {
    try {
      AppProject project = client.projects().get(asked.ref().project());
      return WindowCalendar.of(windows.assignedWindows(), project, crons).opensAfter(now);
    } catch (ArgoCdException e) {
      return Optional.empty();
    }
  }
}
