package dev.gatehouse.testkit.argo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything the server keeps, under one lock.
 *
 * <p>Each method that reads or changes objects is called with the lock held.
 */
final class ControlPlane {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final InstantSource clock;
  private final SortedMap<String, TrackedApplication> applications = new TreeMap<>();
  private final SortedMap<String, FakeProject> projects = new TreeMap<>();
  private final FakeRepositories repositories = new FakeRepositories();
  private final StreamHub streams = new StreamHub();
  private final Set<String> namespaces = new HashSet<>(Set.of("argocd"));
  private OptionalInt autopilotReads = OptionalInt.empty();
  private boolean revisionsNeedOverride;
  private long resourceVersion = 1000;

  ControlPlane(InstantSource clock) {
    this.clock = clock;
  }

  <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  void run(Runnable work) {
    locked(
        () -> {
          work.run();
          return "";
        });
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  /** Waits, without the lock, until something holds; says whether it does. */
  boolean await(BooleanSupplier holds, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (!holds.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(Math.min(left, TimeUnit.SECONDS.toNanos(3600)));
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  Instant instant() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  String now() {
    return instant().toString();
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
    changed.signalAll();
  }

  void remove(TrackedApplication app) {
    applications.remove(key(app.namespace(), app.name()));
    stamp(app);
    streams.publish("DELETED", app);
    changed.signalAll();
  }

  /** Gives the object a new resource version and tells everybody who watches. */
  void touched(TrackedApplication app) {
    stamp(app);
    streams.publish("MODIFIED", app);
    changed.signalAll();
  }

  /** Wakes anyone who awaits something. */
  void signal() {
    changed.signalAll();
  }

  private void stamp(TrackedApplication app) {
    app.metadata().put("resourceVersion", Long.toString(++resourceVersion));
  }

  String resourceVersion() {
    return Long.toString(resourceVersion);
  }

  FakeProject project(String name) {
    return projects.computeIfAbsent(name, unused -> new FakeProject(name, this));
  }

  boolean hasProject(String name) {
    return projects.containsKey(name);
  }

  Collection<FakeProject> projects() {
    return projects.values();
  }

  String nextVersion() {
    return Long.toString(++resourceVersion);
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
