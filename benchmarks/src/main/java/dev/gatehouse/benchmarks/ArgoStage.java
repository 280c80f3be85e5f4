package dev.gatehouse.benchmarks;

import dev.gatehouse.argo.ArgoCd;
import dev.gatehouse.argo.RecheckListener;
import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.watch.WatchSettings;
import dev.gatehouse.change.Revision;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.Ancestry;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.argo.ApplicationSeed;
import dev.gatehouse.testkit.argo.FakeArgoCd;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The testkit's Argo CD with many applications, and the adapter in front of it. */
final class ArgoStage implements AutoCloseable {
  static final Revision REVISION = new Revision("a1".repeat(20));
  private static final ShardName SHARD = new ShardName("one");
  final FakeArgoCd server = FakeArgoCd.start(InstantSource.system());

  ArgoStage(int applications) {
    server.addApplications(
        applications,
        number ->
            ApplicationSeed.named(name(number))
                .from(ApplicationSeed.REPOSITORY, name(number), "main"));
    server.newCommit(ApplicationSeed.REPOSITORY, "main", REVISION.value());
  }

  static String name(int number) {
    return "app-" + number;
  }

  ArgoCd adapter(RecheckListener hints) {
    ApiServer address =
        ApiServer.at(server.uri())
            .allowPlainHttp()
            .credentials(Credentials.of(BearerToken.of(server.adminToken())))
            .build();
    Ancestry nothingNewer = (target, live, promoted) -> Ancestry.Relation.UNRELATED;
    return new ArgoCd(
        Map.of(SHARD, address),
        nothingNewer,
        (schedule, zone) -> Optional.empty(),
        hints,
        WatchSettings.DEFAULT);
  }

  /** A revision of one application that has to be asked for and counts the moment it is healthy. */
  static WrittenRevision written(int number, String promotion) {
    ArgoApplication application =
        new ArgoApplication(
            name(number),
            "default",
            Optional.empty(),
            ArgoApplication.Sync.REQUESTED,
            ArgoApplication.Newer.REFUSED,
            false,
            Duration.ZERO);
    Target target =
        new Target(
            new TargetName("target-" + number),
            SHARD,
            new Repository("deploy", ApplicationSeed.REPOSITORY, "main"),
            name(number),
            List.of(),
            0,
            Set.of(),
            Optional.of(application));
    return new WrittenRevision(new PromotionId(promotion), target, REVISION, Instant.now());
  }

  @Override
  public void close() {
    server.close();
  }
}
