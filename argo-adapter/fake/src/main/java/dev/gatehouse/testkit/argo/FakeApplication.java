package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One application as its controller sees it: a test decides what happens to it, and when.
 *
 * <p>Thread-safe. Methods that need a running operation throw {@link IllegalStateException} when
 * there is none; every method does when the application has gone.
 */
public final class FakeApplication {
  private final ControlPlane plane;
  private final Controller controller;
  private final String namespace;
  private final String name;

  /** How an operation ends. */
  public enum Outcome {
    /** Applied, which does not mean healthy. */
    SUCCEEDED("Succeeded"),
    /** Some resource or hook said no. */
    FAILED("Failed"),
    /** It broke on the way. */
    ERROR("Error");

    private final String wire;

    Outcome(String wire) {
      this.wire = wire;
    }
  }

  FakeApplication(ControlPlane plane, Controller controller, String namespace, String name) {
    this.plane = plane;
    this.controller = controller;
    this.namespace = namespace;
    this.name = name;
  }

  /** Lets the controller do the one thing that comes next, successfully. */
  public ControllerStep controllerStep() {
    return with(controller::step);
  }

  /** Lets the controller compare now; a refresh that waits is answered. */
  public FakeApplication reconcile() {
    return change(controller::compare);
  }

  /** Lets the controller take up the operation that was requested, as far as the first hooks. */
  public FakeApplication startOperation() {
    return change(
        app -> {
          require(app.operation().isPresent() && !Operations.isRunning(app), "nothing to start");
          controller.operations().start(app);
        });
  }

  /**
   * Ends the running operation; an empty message means the usual one.
   *
   * <p>Hooks that run end alike. To succeed runs all the others, too, with success; it does not fix
   * a hook that has failed. To fail runs none.
   */
  public FakeApplication finishOperation(Outcome outcome, String message) {
    return change(
        app -> {
          require(Operations.isRunning(app), "no operation runs");
          controller.operations().finish(app, outcome.wire, message);
        });
  }

  /**
   * Ends a hook that runs, by the name that it was declared with; the controller continues with
   * what comes next, if that was the last of its wave.
   *
   * @param message what its health says then; empty for what it said before
   */
  public FakeApplication finishHook(String hook, Outcome outcome, String message) {
    return change(
        app -> {
          require(Operations.isRunning(app), "no operation runs");
          controller.operations().endHook(app, hook, outcome.wire, message);
        });
  }

  /** Has every sync from now on run these hooks, but for partial ones and those that only apply. */
  public FakeApplication runsHooks(FakeHook... hooks) {
    return change(app -> app.hooks = List.of(hooks));
  }

  /** Has the objects of this kind applied in this wave, from now on; the usual wave is 0. */
  public FakeApplication inWave(String kind, int wave) {
    return change(
        app -> {
          app.objects().stream()
              .filter(object -> Json.text(object, "kind").equals(kind))
              .forEach(object -> object.put("syncWave", wave));
          plane.touched(app);
        });
  }

  /** Ends the running operation as Succeeded without a result or an end (issue 29636). */
  public FakeApplication succeedWithoutResult() {
    finishOperation(Outcome.SUCCEEDED, "");
    return edit(
        json -> {
          ObjectNode state = Json.child(Json.child(json, "status"), "operationState");
          state.remove("syncResult");
          state.remove("finishedAt");
        });
  }

  /** Fails a try that will be retried: still Running, but with an end and a count. */
  public FakeApplication failTryAndWaitForRetry(String message) {
    return change(
        app -> {
          require(Operations.isRunning(app), "no operation runs");
          controller.operations().failTry(app, message);
        });
  }

  /** Sets the health; the message may be empty. */
  public FakeApplication health(String status, String message) {
    return health(status, message, false);
  }

  /** Sets the health and keeps the autopilot from making it better, until it is set again. */
  public FakeApplication holdHealth(String status, String message) {
    return health(status, message, true);
  }

  private FakeApplication health(String status, String message, boolean held) {
    return change(
        app -> {
          app.healthHeld = held;
          ObjectNode health = app.status().putObject("health").put("status", status);
          Json.putText(health, "message", message);
          health.put("lastTransitionTime", plane.now());
          plane.touched(app);
        });
  }

  /** Changes live objects behind the controller's back; the next comparison finds it. */
  public FakeApplication drift() {
    return change(app -> app.drifted = true);
  }

  /** Shows these objects as managed, from now on; without any it shows what its status names. */
  public FakeApplication manages(ManagedState... objects) {
    return change(app -> app.managed = List.of(objects));
  }

  /**
   * Shows these objects in its tree beside those of Git, from now on, as controllers in the cluster
   * have made them, such as the analysis runs of a rollout.
   *
   * @param manifests JSON objects of Kubernetes as text
   */
  public FakeApplication hasMade(String... manifests) {
    return change(app -> app.made = Arrays.stream(manifests).map(Json::parseObject).toList());
  }

  /** Sets a condition, or removes it if the message is empty. */
  public FakeApplication condition(String type, String message) {
    return change(
        app -> {
          app.condition(type, message, plane.now());
          plane.touched(app);
        });
  }

  /** Writes an operation into the object as kubectl does: no checks, and the old state stays. */
  public FakeApplication writeOperation(String json) {
    ObjectNode operation = Json.parseObject(json);
    return change(
        app -> {
          app.json().set("operation", operation);
          plane.touched(app);
        });
  }

  /** Changes the object as kubectl would, also in ways the server never would. */
  public FakeApplication edit(Consumer<ObjectNode> change) {
    return change(
        app -> {
          change.accept(app.json());
          plane.touched(app);
        });
  }

  /** Returns a copy of the object. */
  public ObjectNode json() {
    return with(app -> app.json().deepCopy());
  }

  /** Waits until a client has asked for a refresh that the controller has not answered. */
  public FakeApplication awaitRefresh(Duration atMost) {
    return await(app -> !app.annotation(TrackedApplication.REFRESH).isEmpty(), "a refresh", atMost);
  }

  /** Waits until a client has asked for an operation. */
  public FakeApplication awaitOperation(Duration atMost) {
    return await(app -> app.operation().isPresent(), "an operation", atMost);
  }

  private FakeApplication await(Predicate<TrackedApplication> holds, String what, Duration atMost) {
    try {
      if (!plane.await(() -> holds.test(find()), atMost)) {
        throw new AssertionError(name + ": nobody asked for " + what + " within " + atMost);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + what, ended);
    }
    return this;
  }

  private FakeApplication change(Consumer<TrackedApplication> change) {
    plane.run(() -> change.accept(find()));
    return this;
  }

  private <T> T with(Function<TrackedApplication, T> question) {
    return plane.locked(() -> question.apply(find()));
  }

  private void require(boolean holds, String complaint) {
    if (!holds) {
      throw new IllegalStateException(name + ": " + complaint);
    }
  }

  private TrackedApplication find() {
    TrackedApplication app = plane.find(namespace, name);
    if (app == null) {
      throw new IllegalStateException("there is no application " + namespace + "/" + name);
    }
    return app;
  }
}
