package dev.gatehouse.benchmarks;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Change;
import dev.gatehouse.git.GitDesiredStateWriter;
import dev.gatehouse.git.GitSettings;
import dev.gatehouse.git.publish.Coordination;
import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.spi.Pause;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.spi.WriteRequest;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.stage.Update;
import dev.gatehouse.stage.ValueFrom;
import dev.gatehouse.testkit.InMemoryLeases;
import dev.gatehouse.testkit.InMemoryWriteIntents;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Gatehouse's writer with its standard push; the intents are kept in memory so that only Git is
 * measured.
 */
final class GatehouseWay implements Way {
  private final InstantSource clock = InstantSource.system();
  private final Repository repository;
  private final GitDesiredStateWriter writer;
  private final ExecutorService callers = Executors.newFixedThreadPool(256);

  GatehouseWay(Monorepo monorepo, Path folder) {
    this.repository = new Repository("bench", "file://" + monorepo.bare(), "main");
    InMemoryLeases leases = new InMemoryLeases();
    this.writer =
        new GitDesiredStateWriter(
            GitSettings.anonymous(folder.resolve("mirrors")),
            new Coordination(
                new InMemoryWriteIntents(leases),
                leases,
                "bench",
                clock,
                Steps.NONE,
                Pause.real()));
  }

  @Override
  public String name() {
    return "gatehouse";
  }

  @Override
  public void promote(int first, int count, String tag) throws Exception {
    List<Future<WriteOutcome>> outcomes = new ArrayList<>();
    for (int app = first; app < first + count; app++) {
      int number = app;
      outcomes.add(callers.submit(() -> write(number, tag)));
    }
    for (Future<WriteOutcome> outcome : outcomes) {
      if (outcome.get().kind() != WriteOutcome.Kind.WRITTEN) {
        throw new IllegalStateException(outcome.get().toString());
      }
    }
  }

  /** The plan's digest is computed beforehand in the product; here it is what the edit will be. */
  private WriteOutcome write(int app, String tag) {
    Target target = target(app);
    Change change = change(app, tag);
    String digest = ((EditPreview.Computed) writer.preview(change, target)).digest();
    StageName stage = new StageName("staging");
    PromotionId id = PromotionId.of(change.id(), change.application(), stage, clock.instant());
    PlanHash hash = new PlanHash("0".repeat(64));
    return writer.write(new WriteRequest(id, stage, hash, change, target, digest, clock.instant()));
  }

  private Target target(int app) {
    Update update =
        new Update.KustomizeImage(
            Monorepo.kustomization(app),
            Monorepo.image(app),
            ValueFrom.only(ValueFrom.Part.TAG),
            false);
    return new Target(
        new TargetName("app-" + app),
        new ShardName("one"),
        repository,
        Monorepo.folder(app) + "/envs/staging",
        List.of(update),
        0,
        Set.of(),
        Optional.empty());
  }

  private static Change change(int app, String tag) {
    Artifact artifact = new Artifact(Monorepo.image(app), Optional.of(tag), Optional.empty());
    return new Change(
        new ApplicationName("app-" + app), List.of(artifact), Optional.empty(), List.of(), tag);
  }

  @Override
  public void close() {
    callers.shutdownNow();
  }
}
