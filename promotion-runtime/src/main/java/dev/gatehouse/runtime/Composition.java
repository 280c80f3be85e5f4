package dev.gatehouse.runtime;

import dev.gatehouse.api.Promotions;
import dev.gatehouse.api.Result;
import dev.gatehouse.argo.ArgoCd;
import dev.gatehouse.change.Change;
import dev.gatehouse.config.LoadedConfiguration;
import dev.gatehouse.config.settings.GatehouseSettings;
import dev.gatehouse.engine.PromotionEngine;
import dev.gatehouse.git.GitDesiredStateWriter;
import dev.gatehouse.git.GitLiveStateReader;
import dev.gatehouse.git.GitSettings;
import dev.gatehouse.git.publish.Coordination;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.jdbc.JdbcPlatform;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.risk.StandardRiskModel;
import dev.gatehouse.spi.DesiredStateWriter;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.spi.HostRecords;
import dev.gatehouse.spi.Pause;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The composition root of every host: rules in; promotions, an audit and workers out.
 *
 * <p>Thread-safe. Close it: it holds a database and its threads. Secrets are read where the rules
 * refer to them and are kept by nobody here.
 */
public final class Composition implements AutoCloseable {
  private static final String HOLDER = "gatehouse-" + UUID.randomUUID();
  private final JdbcPlatform ledger;
  private final Audit audit;
  private final Listeners listeners = new Listeners();
  private final InstantSource clock;
  private final ArgoCd argo;
  private final DesiredStateWriter writer;
  private final PromotionEngine engine;
  private final Supplier<Installation> installation;
  private final Supplier<Rulebook> rules;

  private Composition(RulesFile file, LoadedConfiguration.Loaded loaded, Wiring wiring) {
    Installation first = Installation.of(loaded);
    this.installation = new LiveInstallation(file, first, wiring.clock());
    this.rules = () -> installation.get().rules();
    Path state = StateFolder.beside(file);
    this.ledger = Ledger.open(first.settings().ledger(), file.folder(), wiring);
    this.clock = wiring.clock();
    KeptCheckpoints kept = new KeptCheckpoints(state.resolve("checkpoints.jsonl"));
    CheckpointKeeper sealing = new CheckpointKeeper(ledger.history(), kept, clock);
    this.audit = new Audit(ledger.history(), sealing, kept, rules, clock);
    GitSettings git = git(state, wiring);
    this.argo = argo(first, git, wiring);
    this.writer = new GitDesiredStateWriter(git, coordination(wiring));
    this.engine =
        PromotionEngine.builder()
            .history(ledger.history())
            .wakeUps(ledger.wakeUps())
            .leases(ledger.leases())
            .writer(writer)
            .live(new GitLiveStateReader(git))
            .controlPlane(new WatchedControlPlane(argo, wiring.observations()))
            .risk(StandardRiskModel.standard())
            .rulebook(rules)
            .clock(wiring.clock())
            .steps(wiring.steps())
            .listener(
                events -> {
                  listeners.appended(events);
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

  /** Returns the way in for every front end. */
  public Promotions promotions() {
    return engine;
  }

  /** Returns which of these promotions were last judged by other rules, and wakes all such. */
  public List<Promotion> judgedByOtherRules(List<Promotion> promotions) {
    engine.recheckWhereRulesChanged();
    return promotions.stream().filter(engine::isJudgedByOtherRules).toList();
  }

  /** Returns what an edit of each target would do, without writing anything. */
  public List<EditPreview> previews(Change change, List<Target> targets) {
    return writer.previews(change, targets);
  }

  /** Returns what an auditor reads and seals. */
  public Audit audit() {
    return audit;
  }

  /**
   * Returns a worker for decisions, and for targets of shards that the caller may drive.
   *
   * @param named the shards to drive: refused unless the caller may drive each of them; empty for
   *     every executable one that it may drive, refused when there is none
   */
  public Result<Worker> worker(Set<ShardName> named, Caller by) {
    Rulebook now = rules.get();
    Set<ShardName> wanted = named.isEmpty() ? ShardAccess.executable(now) : named;
    Set<ShardName> driven = ShardAccess.driven(wanted, by, now);
    return Result.unless(
        ShardAccess.refusal(named, driven, by, now),
        () -> new Worker(engine, ledger.wakeUps(), listeners, driven, clock));
  }

  /** Returns why this caller is refused whatever it asks for, or empty when it is known. */
  public Optional<Reason> refusal(Caller by) {
    return rules.get().directory().refusal(by);
  }

  /** Returns what hosts keep beside the ledger: no promotion depends on it. */
  public HostRecords records() {
    return ledger.records();
  }

  /** Returns the rules in force now. */
  public Rulebook rulebook() {
    return rules.get();
  }

  /** Returns the Argo CD of each shard that has one. */
  public ArgoCd argo() {
    return argo;
  }

  /** Returns the settings in force now. */
  public GatehouseSettings settings() {
    return installation.get().settings();
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
  private ArgoCd argo(Installation first, GitSettings git, Wiring wiring) {
    try {
      return ArgoConnection.open(
          first.settings(),
          first.rules(),
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
        new GitAccess(this::settings, wiring.environment()),
        60,
        repository ->
            Commits.of(settings().repository(repository.name()).commits(), wiring.environment()));
  }

  private Coordination coordination(Wiring wiring) {
    return new Coordination(
        ledger.intents(), ledger.leases(), HOLDER, wiring.clock(), wiring.steps(), Pause.real());
  }
}
