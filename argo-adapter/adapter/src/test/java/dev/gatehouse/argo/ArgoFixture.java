package dev.gatehouse.argo;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.watch.WatchSettings;
import dev.gatehouse.argo.window.Crons;
import dev.gatehouse.change.Revision;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import dev.gatehouse.http.Limits;
import dev.gatehouse.http.RetryPolicy;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.Ancestry;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.argo.ApplicationSeed;
import dev.gatehouse.testkit.argo.FakeApplication;
import dev.gatehouse.testkit.argo.FakeArgoCd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A server with one application on one shard, and the ports on top of it. */
final class ArgoFixture implements AutoCloseable {
  static final ShardName EU = new ShardName("eu");
  static final Revision R = new Revision("a1".repeat(20));
  static final Revision NEWER = new Revision("b2".repeat(20));
  private static final Duration SOON = Duration.ofMillis(80);
  static final Crons NO_CRONS = (schedule, zone) -> Optional.empty();

  final SettableClock clock = SettableClock.onMonday();
  final FakeArgoCd server = FakeArgoCd.start(clock);
  final List<WrittenRevision> hints = Collections.synchronizedList(new ArrayList<>());
  private final List<ArgoCd> open = new ArrayList<>();
  private Ancestry ancestry = (target, live, promoted) -> Ancestry.Relation.UNRELATED;

  /** Adds the application of the target. */
  FakeApplication application(ApplicationSeed.SyncMode mode) {
    return server.addApplication(
        ApplicationSeed.named("shop")
            .synced(mode)
            .from(ApplicationSeed.REPOSITORY, "apps", "main"));
  }

  /** Lets commits follow each other like this. */
  ArgoFixture ancestry(Ancestry known) {
    this.ancestry = known;
    return this;
  }

  /** Returns the ports as another process would have them. */
  ArgoCd process() {
    return process(NO_CRONS);
  }

  ArgoCd process(Crons crons) {
    return process(crons, server.adminToken(), Limits.standard());
  }

  /** Returns the ports for another token; a refresh that is not answered is given up soon. */
  ArgoCd process(Crons crons, String token, Limits limits) {
    ApiServer address =
        ApiServer.at(server.uri())
            .allowPlainHttp()
            .limits(limits)
            .retry(RetryPolicy.never())
            .credentials(Credentials.of(BearerToken.of(token)))
            .build();
    ArgoCd process =
        new ArgoCd(Map.of(EU, address), ancestry, crons, hints::add, WatchSettings.DEFAULT, SOON);
    open.add(process);
    return process;
  }

  static Target target(ArgoApplication.Sync sync) {
    return target(ArgoApplication.of("shop", "default", sync));
  }

  static Target target(ArgoApplication application) {
    return new Target(
        new TargetName("eu-1"),
        EU,
        new Repository("deploy", "git@git.example.com:deploy.git", "main"),
        "apps",
        List.of(),
        0,
        Set.of(),
        Optional.of(application));
  }

  /** Counts the requests whose line holds this text. */
  long requests(String part) {
    return server.requests().stream().filter(request -> request.line().contains(part)).count();
  }

  WrittenRevision written(Target target) {
    return new WrittenRevision(new PromotionId("shop-prod-1"), target, R, now());
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    open.forEach(ArgoCd::close);
    server.close();
  }
}
