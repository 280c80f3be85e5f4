package dev.gatehouse.engine;

import dev.gatehouse.gate.Gates;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.risk.RiskModel;
import dev.gatehouse.spi.ControlPlane;
import dev.gatehouse.spi.DesiredStateWriter;
import dev.gatehouse.spi.EvidenceSource;
import dev.gatehouse.spi.HistoryListener;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.spi.Leases;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.spi.WakeUps;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link PromotionEngine}; not thread-safe. */
public final class EngineBuilder {
  private @Nullable HistoryStore history;
  private @Nullable WakeUps wakeUps;
  private @Nullable Leases leases;
  private @Nullable DesiredStateWriter writer;
  private @Nullable LiveStateReader live;
  private Syncer syncer = Syncer.NONE;
  private final List<ControlPlane> controlPlanes = new ArrayList<>();
  private @Nullable RiskModel risk;
  private @Nullable PinnedRules rulebook;
  private Gates gates = Gates.standard();
  private @Nullable InstantSource clock;
  private Duration evidenceWithin = Duration.ofSeconds(30);
  private Steps steps = Steps.NONE;
  private final List<EvidenceSource> sources = new ArrayList<>();
  private final List<HistoryListener> listeners = new ArrayList<>();

  EngineBuilder() {}

  /** Sets where histories are kept; required. */
  public EngineBuilder history(HistoryStore store) {
    this.history = store;
    return this;
  }

  /** Sets who remembers what has to be looked at; required. */
  public EngineBuilder wakeUps(WakeUps remembering) {
    this.wakeUps = remembering;
    return this;
  }

  /** Sets who hands out the slots of a shard; required. */
  public EngineBuilder leases(Leases handing) {
    this.leases = handing;
    return this;
  }

  /** Sets who writes desired state; required. */
  public EngineBuilder writer(DesiredStateWriter writing) {
    this.writer = writing;
    return this;
  }

  /** Adds a kind of control plane, for the targets whose settings name that kind. */
  public EngineBuilder controlPlane(ControlPlane plane) {
    controlPlanes.add(plane);
    return this;
  }

  /** Sets who knows what is live on targets that no control plane follows; required. */
  public EngineBuilder live(LiveStateReader reading) {
    this.live = reading;
    return this;
  }

  /** Sets who is asked to sync targets that no control plane follows; nobody unless set. */
  public EngineBuilder syncer(Syncer asking) {
    this.syncer = asking;
    return this;
  }

  /** Sets how risk is computed; required. */
  public EngineBuilder risk(RiskModel model) {
    this.risk = model;
    return this;
  }

  /**
   * Sets where the rules come from; read once for each act, so that a new file counts at the next;
   * required.
   */
  public EngineBuilder rulebook(Supplier<Rulebook> rules) {
    this.rulebook = new PinnedRules(rules);
    return this;
  }

  /** Sets the gates; the standard ones unless set. */
  public EngineBuilder gates(Gates asked) {
    this.gates = asked;
    return this;
  }

  /** Sets the clock; required, so that time is always someone's choice. */
  public EngineBuilder clock(InstantSource source) {
    this.clock = source;
    return this;
  }

  /** Sets who is notified of named moments; nobody unless set. */
  public EngineBuilder steps(Steps told) {
    this.steps = told;
    return this;
  }

  /** Sets how long a source of facts may take to answer; 30 seconds unless set. */
  public EngineBuilder evidenceWithin(Duration span) {
    this.evidenceWithin = span;
    return this;
  }

  /** Adds a source of facts. */
  public EngineBuilder evidence(EvidenceSource source) {
    sources.add(source);
    return this;
  }

  /** Adds someone who receives what was appended. */
  public EngineBuilder listener(HistoryListener listener) {
    listeners.add(listener);
    return this;
  }

  /**
   * Builds the engine.
   *
   * @throws NullPointerException if a required part is missing, naming it
   */
  public PromotionEngine build() {
    return new PromotionEngine(this);
  }

  HistoryStore history() {
    return Objects.requireNonNull(history, "history");
  }

  WakeUps wakeUps() {
    return Objects.requireNonNull(wakeUps, "wakeUps");
  }

  Leases leases() {
    return Objects.requireNonNull(leases, "leases");
  }

  DesiredStateWriter writer() {
    return Objects.requireNonNull(writer, "writer");
  }

  ControlPlanes controlPlanes() {
    return new ControlPlanes(controlPlanes, Objects.requireNonNull(live, "live"), syncer);
  }

  RiskModel risk() {
    return Objects.requireNonNull(risk, "risk");
  }

  PinnedRules rulebook() {
    return Objects.requireNonNull(rulebook, "rulebook");
  }

  Gates gates() {
    return gates;
  }

  InstantSource clock() {
    return Objects.requireNonNull(clock, "clock");
  }

  Duration evidenceWithin() {
    return evidenceWithin;
  }

  Steps steps() {
    return steps;
  }

  List<EvidenceSource> sources() {
    List<EvidenceSource> all = new ArrayList<>(sources);
    all.addAll(ControlPlanes.evidence(controlPlanes));
    return List.copyOf(all);
  }

  List<HistoryListener> listeners() {
    return List.copyOf(listeners);
  }
}
