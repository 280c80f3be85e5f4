package dev.gatehouse.argo;

import dev.gatehouse.argo.http.ArgoCdException;
import dev.gatehouse.argo.live.Standing;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.ArgoApplication;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;

/** Says to people what Argo CD answered, and where. */
final class ArgoReasons {
  static final ReasonCode NO_SERVER = ReasonCode.of("argo-no-server");
  static final ReasonCode NO_APPLICATION = ReasonCode.of("argo-no-application");
  static final ReasonCode SETTLING = ReasonCode.of("argo-settling");
  static final ReasonCode WINDOW_CLOSED = ReasonCode.of("argo-window-closed");
  static final ReasonCode BUSY = ReasonCode.of("argo-busy");
  static final ReasonCode AUTO_SYNC_IN_THE_WAY = ReasonCode.of("argo-auto-sync-in-the-way");
  static final ReasonCode NO_SOURCE = ReasonCode.of("argo-no-source");
  static final ReasonCode NO_WAY_BACK = ReasonCode.of("argo-no-way-back");

  private ArgoReasons() {}

  static PlatformException noServer(ShardName shard) {
    return new PlatformException(
        new Reason(
            NO_SERVER,
            "The shard has no Argo CD that this installation can reach.",
            "gatehouse.yaml, shard " + shard,
            "Give the shard an `argo` with url and tokenFrom, or let a process that has it do it."));
  }

  static PlatformException noApplication(Target target) {
    return new PlatformException(
        new Reason(
            NO_APPLICATION,
            "The target names no Argo CD application.",
            "gatehouse.yaml, target " + target.name(),
            "Add `argo: {application: …}` to the target."));
  }

  static Reason of(ReasonCode code, Target target, String what, String next) {
    return new Reason(code, what, where(target), next);
  }

  static Reason of(Standing standing, Target target) {
    dev.gatehouse.argo.live.Point point = standing.point().orElseThrow();
    return new Reason(
        point.code(),
        standing.what(),
        where(target) + ", point " + point.letter(),
        standing.next());
  }

  static Reason of(ArgoCdException e, Target target) {
    Reason said = e.reason();
    return new Reason(said.code(), said.what(), where(target) + ", " + said.where(), said.next());
  }

  private static String where(Target target) {
    String application =
        target
            .argo()
            .map((ArgoApplication a) -> a.project() + "/" + a.name())
            .orElse("without a name");
    return "target %s, application %s, Argo CD of shard %s"
        .formatted(target.name(), application, target.shard());
  }
}
