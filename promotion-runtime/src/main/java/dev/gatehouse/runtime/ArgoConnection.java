package dev.gatehouse.runtime;

import dev.gatehouse.argo.ArgoCd;
import dev.gatehouse.argo.RecheckListener;
import dev.gatehouse.argo.watch.WatchSettings;
import dev.gatehouse.config.recurrence.Cron;
import dev.gatehouse.config.recurrence.UnreadableRuleException;
import dev.gatehouse.config.recurrence.ZonedRecurrence;
import dev.gatehouse.config.settings.GatehouseSettings;
import dev.gatehouse.git.GitAncestry;
import dev.gatehouse.git.GitSettings;
import dev.gatehouse.policy.Recurrence;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.spi.WakeUps;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Puts the Argo CD of every shard together with what it needs of the rest. */
final class ArgoConnection {
  private ArgoConnection() {}

  static ArgoCd open(
      GatehouseSettings settings,
      Rulebook rules,
      Map<String, String> environment,
      GitSettings git,
      RecheckListener hints) {
    return new ArgoCd(
        new ArgoAccess(settings, environment).servers(rules),
        new GitAncestry(git),
        ArgoConnection::cron,
        hints,
        WatchSettings.DEFAULT);
  }

  /** What changed on a target is checked now instead of when the next look is due. */
  static RecheckListener hints(WakeUps wakeUps, InstantSource clock) {
    return written ->
        wakeUps.schedule(
            new WakeUp.Execute(
                written.promotion(), written.target().name(), written.target().shard()),
            clock.instant());
  }

  private static Optional<Recurrence> cron(String schedule, ZoneId zone) {
    try {
      return Optional.of(new ZonedRecurrence(Cron.parse(schedule), zone));
    } catch (UnreadableRuleException e) {
      return Optional.empty();
    }
  }
}
