package dev.gatehouse.testkit.argo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything the server keeps, under one lock.
 *
 * <p>Each method that reads or changes objects is called with the lock held.
 */
final class ControlPlane {
  private final ServerState state;
  private final SortedMap<String, TrackedApplication> applications = new TreeMap<>();
  private final SortedMap<String, FakeProject> projects = new TreeMap<>();
  private final FakeRepositories repositories = new FakeRepositories();
  private final StreamHub streams = new StreamHub();
  private final Set<String> namespaces = new HashSet<>(Set.of("argocd"));
  private OptionalInt autopilotReads = OptionalInt.empty();
  private boolean revisionsNeedOverride;

  ControlPlane(InstantSource clock) {
    this.state = new ServerState(clock);
  }

  <T> T locked(Supplier<T> work) {
    return state.locked(work);
  }

  void run(Runnable work) {
    state.run(work);
  }

  void lock() {
    state.lock();
  }

  void unlock() {
    state.unlock();
  }

  /** Waits, without the lock, until something holds; says whether it does. */
  boolean await(BooleanSupplier holds, Duration atMost) throws InterruptedException {
    return state.await(holds, atMost);
  }

  Instant instant() {
    return state.instant();
  }

  String now() {
    return state.now();
  }

  FakeRepositories repositories() {
    return repositories;
  }

  StreamHub streams() {
    return streams;
  }

  Collection<TrackedApplication> applications() {
    return applications.values();
  }

  @Nullable TrackedApplication find(String namespace, String name) {
    return applications.get(key(namespace.isEmpty() ? "argocd" : namespace, name));
  }

  /** Whether applications may live there; one namespace after the other is enabled by use. */
  boolean isNamespaceEnabled(String namespace) {
    return namespace.isEmpty() || namespaces.contains(namespace);
  }

  void add(TrackedApplication app) {
    namespaces.add(app.namespace());
    applications.put(key(app.namespace(), app.name()), app);
    stamp(app);
    streams.publish("ADDED", app);
    state.signal();
  }

  void remove(TrackedApplication app) {
    applications.remove(key(app.namespace(), app.name()));
    stamp(app);
    streams.publish("DELETED", app);
    state.signal();
  }

  /** Gives the object a new resource version and tells everybody who watches. */
  void touched(TrackedApplication app) {
    stamp(app);
    streams.publish("MODIFIED", app);
    state.signal();
  }

  /** Wakes anyone who awaits something. */
  void signal() {
    state.signal();
  }

  private void stamp(TrackedApplication app) {
    app.metadata().put("resourceVersion", state.nextVersion());
  }

  String resourceVersion() {
    return state.resourceVersion();
  }

  FakeProject project(String name) {
    return projects.computeIfAbsent(name, unused -> new FakeProject(name, state));
  }

  boolean hasProject(String name) {
    return projects.containsKey(name);
  }

  Collection<FakeProject> projects() {
    return projects.values();
  }

  boolean revisionsNeedOverride() {
    return revisionsNeedOverride;
  }

  void revisionsNeedOverride(boolean need) {
    revisionsNeedOverride = need;
  }

  OptionalInt autopilotReads() {
    return autopilotReads;
  }

  void autopilotReads(OptionalInt reads) {
    autopilotReads = reads;
  }

  // Sorted by name first, as lists are.
  private static String key(String namespace, String name) {
    return name + "/" + namespace;
  }
}
