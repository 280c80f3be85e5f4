package dev.gatehouse.argo;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.live.LiveVerdict;
import dev.gatehouse.argo.live.Point;
import dev.gatehouse.argo.live.SourceMatch;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Says to people what Argo CD answered, and where. */
final class ArgoReasons {
  private static final ReasonCode NO_SERVER = ReasonCode.of("argo-no-server");
  private static final ReasonCode NO_APPLICATION = ReasonCode.of("argo-no-application");
  private static final ReasonCode SETTLING = ReasonCode.of("argo-settling");
  private static final ReasonCode HYDRATED = ReasonCode.of("argo-source-hydrator");
  static final ReasonCode WINDOW_CLOSED = ReasonCode.of("argo-window-closed");
  static final ReasonCode BUSY = ReasonCode.of("argo-busy");
  static final ReasonCode AUTO_SYNC_IN_THE_WAY = ReasonCode.of("argo-auto-sync-in-the-way");
  private static final ReasonCode NO_SOURCE = Point.READS_TARGET.code();
  static final ReasonCode NO_WAY_BACK = ReasonCode.of("argo-no-way-back");

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private ArgoReasons() {}

  static PlatformException noServer(ShardName shard) {
    return new PlatformException(
        new Reason(
            NO_SERVER,
            "The shard has no Argo CD that this installation can reach.",
            "gatehouse.yaml, shard " + shard,
            "Give the shard an `argo` with url and tokenFrom, or let a process that has it do"
                + " it."));
  }

  static PlatformException noApplication(Target target) {
    return new PlatformException(
        new Reason(
            NO_APPLICATION,
            "The target names no Argo CD application.",
            "gatehouse.yaml, target " + target.name(),
            "Add `argo: {application: …}` to the target."));
  }

  static Reason otherSource(SourceMatch.Difference found, Target target) {
    return of(NO_SOURCE, target, found.what(), found.next());
  }

  static Reason hydrated(Target target) {
    return of(
        HYDRATED,
        target,
        "The application has a `sourceHydrator`: Argo CD syncs commits that it makes itself, never"
            + " the one that a promotion writes.",
        "Let the target name an application with a plain source, or write `argo: none` at it.");
  }

  static Reason settling(Target target, String health, Duration settle) {
    return of(
        SETTLING,
        target,
        "It is %s and has to stay so for %d s.".formatted(health, settle.toSeconds()),
        "Wait.");
  }

  static Reason busy(Target target) {
    return of(
        BUSY,
        target,
        "Another operation runs on the application, and Argo CD runs one at a time.",
        "Wait, or end it in Argo CD; Gatehouse's sync follows automatically.");
  }

  static Reason windowClosed(Target target, String project, Optional<Instant> opens) {
    String when =
        opens
            .map(at -> "it opens at " + CLOCK.format(at) + ".")
            .orElse("when it opens cannot be told.");
    return of(
        WINDOW_CLOSED,
        target,
        "A sync window is closed; " + when,
        "No action needed; it continues when a window opens. Windows are set in project "
            + project
            + ".");
  }

  static Reason autoSync(Target target) {
    return of(
        AUTO_SYNC_IN_THE_WAY,
        target,
        "Automatic sync is on, so Argo CD takes no request for a revision.",
        "Turn it off in Argo CD, or say `sync: automatic` or `sync: pinned` in gatehouse.yaml.");
  }

  static Reason noWayBack(Target target) {
    return of(
        NO_WAY_BACK,
        target,
        "Argo CD remembers no deployment before this one.",
        "Revert the change in Git by hand.");
  }

  static Reason of(ReasonCode code, Target target, String what, String next) {
    return new Reason(code, what, where(target), next);
  }

  /** Has the code of bad health, so that health which is bad later is not taken for new. */
  static Reason healthUnknown(ApiException e, Target target) {
    return new Reason(
        Point.HEALTHY.code(),
        "Whether it was healthy is not known: " + e.reason().what(),
        where(target) + ", " + e.reason().where(),
        e.reason().next());
  }

  static Reason of(LiveVerdict standing, Target target) {
    Point point = standing.point().orElseThrow();
    return new Reason(
        point.code(),
        standing.what(),
        where(target) + ", point " + point.letter(),
        standing.next());
  }

  static Reason of(ApiException e, Target target) {
    Reason said = e.reason();
    return new Reason(said.code(), said.what(), where(target) + ", " + said.where(), said.next());
  }

  private static String where(Target target) {
    String application =
        ArgoApplication.following(target)
            .map(a -> a.project() + "/" + a.name())
            .orElse("without a name");
    return "target %s, application %s, Argo CD of shard %s"
        .formatted(target.name(), application, target.shard());
  }
}
