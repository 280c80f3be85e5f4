package dev.gatehouse.app.composition;

import dev.gatehouse.argo.ArgoCd;
import dev.gatehouse.config.LoadedConfiguration;
import dev.gatehouse.config.settings.GatehouseSettings;
import dev.gatehouse.engine.PromotionEngine;
import dev.gatehouse.git.GitDesiredStateWriter;
import dev.gatehouse.git.GitLiveStateReader;
import dev.gatehouse.git.GitSettings;
import dev.gatehouse.git.publish.Coordination;
import dev.gatehouse.git.publish.Pause;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.jdbc.JdbcPlatform;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.risk.StandardRiskModel;
import dev.gatehouse.spi.DesiredStateWriter;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.spi.WakeUps;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The composition root outside Jenkins: rules in, engine out.
 *
 * <p>Thread-safe. Close it: it holds a database and its threads. Secrets are read where the rules
 * refer to them and are kept by nobody here.
 */
public final class Composition implements AutoCloseable {
  private static final String HOLDER = "gatehouse-" + UUID.randomUUID();
  private final JdbcPlatform ledger;
  private final KeptCheckpoints kept;
  private final Sealing sealing;
  private final ArgoCd argo;
  private final DesiredStateWriter writer;
  private final PromotionEngine engine;
  private final Supplier<Rulebook> rules;
  private final GatehouseSettings settings;

  private Composition(RulesFile file, LoadedConfiguration.Loaded loaded, Wiring wiring) {
    this.settings = loaded.settings();
    this.rules = new LiveRules(file, loaded.rulebook());
    Path state = StateFolder.beside(file);
    this.ledger = Ledger.open(settings.ledger(), file.folder(), wiring);
    this.kept = new KeptCheckpoints(state.resolve("checkpoints.jsonl"));
    this.sealing = new Sealing(ledger.history(), kept, wiring.clock());
    GitSettings git = git(state, wiring);
    this.argo = argo(loaded.rulebook(), git, wiring);
    this.writer = new GitDesiredStateWriter(git, coordination(wiring));
    this.engine =
        PromotionEngine.builder()
            .history(ledger.history())
            .wakeUps(ledger.wakeUps())
            .leases(ledger.leases())
            .writer(writer)
            .live(new GitLiveStateReader(git))
            .controlPlane(new WatchedControlPlane(argo, wiring.sights()))
            .risk(StandardRiskModel.standard())
            .rulebook(rules)
            .clock(wiring.clock())
            .steps(wiring.steps())
            .listener(
                events -> {
                  wiring.listener().appended(events);
                  sealing.appended(events);
                })
            .build();
  }

  /** Opens an engine by these rules, or returns every mistake in them. */
  public static Opening open(RulesFile file, Wiring wiring) {
    LoadedConfiguration loaded = file.load();
    return loaded instanceof LoadedConfiguration.Loaded good
        ? new Opening.Opened(new Composition(file, good, wiring))
        : new Opening.Invalid(((LoadedConfiguration.Invalid) loaded).problems());
  }

  /** Returns the engine. */
  public PromotionEngine engine() {
    return engine;
  }

  /** Returns who edits the desired state, to see what an edit would do. */
  public DesiredStateWriter writer() {
    return writer;
  }

  /** Returns the histories. */
  public HistoryStore history() {
    return ledger.history();
  }

  /** Seals the ledger, and keeps the seal outside the database as well. */
  public Checkpoint checkpoint(Instant now) {
    return sealing.checkpoint(now);
  }

  /** Returns the checkpoints that are kept outside the database. */
  public KeptCheckpoints keptCheckpoints() {
    return kept;
  }

  /** Returns what is to be looked at and when. */
  public WakeUps wakeUps() {
    return ledger.wakeUps();
  }

  /** Returns the rules in force now. */
  public Rulebook rulebook() {
    return rules.get();
  }

  /** Returns the Argo CD of each shard that has one. */
  public ArgoCd argo() {
    return argo;
  }

  /** Returns what the rules say besides. */
  public GatehouseSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    try {
      argo.close();
    } finally {
      ledger.close();
    }
  }

  /** A mistake in it must not leave the ledger open. */
  private ArgoCd argo(Rulebook rulebook, GitSettings git, Wiring wiring) {
    try {
      return ArgoConnection.open(
          settings,
          rulebook,
          wiring.environment(),
          git,
          ArgoConnection.hints(ledger.wakeUps(), wiring.clock()));
    } catch (RuntimeException e) {
      ledger.close();
      throw e;
    }
  }

  private GitSettings git(Path state, Wiring wiring) {
    return new GitSettings(
        state.resolve("git"),
        new GitAccess(settings, wiring.environment()),
        60,
        repository ->
            Commits.of(settings.repository(repository.name()).commits(), wiring.environment()));
  }

  private Coordination coordination(Wiring wiring) {
    return new Coordination(
        ledger.intents(), ledger.leases(), HOLDER, wiring.clock(), wiring.steps(), Pause.GROWING);
  }
}
