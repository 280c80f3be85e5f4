package dev.gatehouse.testkit.argo;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * An Argo CD server on a loopback port: REST as of 3.5, streams, rights, faults, and a controller
 * that acts only when a test tells it to.
 *
 * <p>Thread-safe. Nothing in it waits for time to pass and nothing acts automatically, unless
 * {@link #autopilot} says so. It reads no schedules and resolves no manifests: hooks are named by
 * the test ({@link FakeApplication#runsHooks}), and an application is out of sync when what lies
 * below its path is not what is live. Announced commits name the paths they change; those of a real
 * repository ({@link #backedBy}) have trees.
 *
 * <pre>{@code
 * try (FakeArgoCd argo = FakeArgoCd.start(clock)) {
 *   argo.addApplication(ApplicationSeed.named("payments"));
 *   argo.newCommit(ApplicationSeed.REPOSITORY, "main", sha);
 *   // the client posts a sync ...
 *   argo.app("payments").startOperation().finishOperation(Outcome.SUCCEEDED, "").reconcile();
 * }
 * }</pre>
 */
public final class FakeArgoCd implements AutoCloseable {
  private final String rootPath;
  private final ControlPlane plane;
  private final FakeAccess access;
  private final Controller controller;
  private final Autopilot autopilot;
  private final ApplicationObjects objects;
  private final PlatformRoutes platform;
  private final FakeLogs logs = new FakeLogs();
  private final PieceDesk pieces;
  private final Gateway gateway;
  private final HttpSockets sockets;
  private final String adminToken;

  private FakeArgoCd(InstantSource clock, String rootPath) {
    this.rootPath = rootPath;
    this.plane = new ControlPlane(clock);
    this.access = new FakeAccess(clock);
    this.controller = new Controller(plane);
    this.autopilot = new Autopilot(plane, controller);
    this.objects = new ApplicationObjects(plane, controller);
    this.platform = new PlatformRoutes(plane, access);
    this.pieces = new PieceDesk(plane, access, logs, platform.applicationSets());
    this.gateway = new Gateway(plane, access, routes(), pieces, rootPath);
    this.sockets = new HttpSockets(gateway);
    this.adminToken = access.account("admin").token();
    project("default");
  }

  private Router routes() {
    Router router = new Router();
    new ApplicationReads(plane, access, controller, autopilot).addTo(router);
    new ApplicationWrites(plane, access, objects, autopilot).addTo(router);
    new OperationRoutes(plane, access, autopilot).addTo(router);
    new ApplicationViews(plane, access).addTo(router);
    new AccountRoutes(access).addTo(router);
    new SurroundingRoutes(plane, access, platform.applicationSets()).addTo(router);
    platform.addTo(router);
    return router;
  }

  /** Starts a server whose timestamps come from this clock. */
  public static FakeArgoCd start(InstantSource clock) {
    return start(clock, "");
  }

  /**
   * Starts a server below a root path.
   *
   * @param clock for timestamps and the ages of tokens
   * @param rootPath empty, or with a slash at its beginning and none at its end
   */
  public static FakeArgoCd start(InstantSource clock, String rootPath) {
    FakeArgoCd fake = new FakeArgoCd(clock, rootPath);
    fake.sockets.start();
    return fake;
  }

  /** Returns the base of its addresses, without {@code /api} and without a slash at the end. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + sockets.port() + rootPath);
  }

  /** Returns a token that may everything. */
  public String adminToken() {
    return adminToken;
  }

  /** Returns the accounts and their rights. */
  public FakeAccess access() {
    return access;
  }

  /** Returns the open streams. */
  public FakeStreams streams() {
    return new FakeStreams(plane);
  }

  /** Returns the open streams of trees, application sets and logs. */
  public FakePieces pieces() {
    return new FakePieces(plane, pieces);
  }

  /** Lets a pod of an application write these lines. */
  public void log(String application, String pod, String... lines) {
    plane.run(() -> logs.add(application, pod, List.of(lines)));
  }

  /** Returns the project of this name, made if it is not there. */
  public FakeProject project(String name) {
    return plane.locked(() -> plane.project(name));
  }

  /** Adds an application and returns its handle. */
  public FakeApplication addApplication(ApplicationSeed seed) {
    plane.run(() -> plant(seed));
    return app(seed.namespace(), seed.name());
  }

  /** Adds many applications; the seeds are asked for by number from zero. */
  public void addApplications(int count, IntFunction<ApplicationSeed> seeds) {
    plane.run(
        () -> {
          for (int i = 0; i < count; i++) {
            plant(seeds.apply(i));
          }
        });
  }

  private void plant(ApplicationSeed seed) {
    try {
      objects.plant(seed);
    } catch (Refusal impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Adds an ApplicationSet as this JSON says. */
  public void addApplicationSet(String json) {
    plane.run(() -> platform.addApplicationSet(Json.parseObject(json)));
  }

  /** Returns the handle of an application in the namespace of the control plane. */
  public FakeApplication app(String name) {
    return app("argocd", name);
  }

  /** Returns the handle of an application. */
  public FakeApplication app(String namespace, String name) {
    return new FakeApplication(plane, controller, namespace, name);
  }

  /** Lets the controller compare this application now. */
  public void reconcile(String name) {
    app(name).reconcile();
  }

  /**
   * Puts a commit on top of a branch; no application notices before it is compared.
   *
   * @param repository its URL
   * @param branch made from main if it is not there
   * @param sha 40 or 64 lower-case hex digits
   * @param paths below which it changes something; none means everywhere
   */
  public void newCommit(String repository, String branch, String sha, String... paths) {
    plane.run(
        () -> {
          plane.repositories().commit(repository, branch, sha, List.of(paths));
          noticed(repository);
        });
  }

  /**
   * Takes the commits of a repository from a folder from now on, so that a branch is wherever a
   * push has left it; applications that use it are added afterwards.
   *
   * @param repository the URL in the sources of applications
   * @param folder a Git repository on this machine, bare or with a working copy
   */
  public void backedBy(String repository, Path folder) {
    plane.run(() -> plane.repositories().backedBy(repository, folder));
  }

  /** Tells of a push, as a webhook does; without the autopilot nothing follows from it. */
  public void pushed(String repository) {
    plane.run(() -> noticed(repository));
  }

  private void noticed(String repository) {
    if (autopilot.isOn()) {
      List.copyOf(plane.applications()).stream()
          .filter(app -> Sources.uses(app.spec(), repository))
          .forEach(autopilot::nudge);
    }
  }

  /** Whether a revision other than the target revision needs the right to override. */
  public void revisionsNeedOverride(boolean need) {
    plane.run(() -> plane.revisionsNeedOverride(need));
  }

  /** Carries out whatever is asked from now on, at once, to Synced and Healthy. */
  public void autopilot() {
    autopilotAfterReads(0);
  }

  /** Carries out what is asked from now on, once so many reads have seen it under way. */
  public void autopilotAfterReads(int reads) {
    plane.run(() -> plane.autopilotReads(OptionalInt.of(reads)));
  }

  /** Lets nothing happen automatically any more. */
  public void handDriven() {
    plane.run(() -> plane.autopilotReads(OptionalInt.empty()));
  }

  /** Makes this fault happen to the next requests. */
  public void failNext(int requests, Fault fault) {
    failNext(requests, "", fault);
  }

  /** Makes this fault happen to the next requests whose method and path contain this text. */
  public void failNext(int requests, String part, Fault fault) {
    gateway.faults().plan(requests, part, fault);
  }

  /** Answers every request with 307 to this base, as plain HTTP to a TLS port does. */
  public void redirectTo(String base) {
    gateway.redirectTo(base);
  }

  /** Returns the requests that have come, in their order. */
  public List<SeenRequest> requests() {
    return gateway.seen();
  }

  /** Forgets the requests that have come. */
  public void forgetRequests() {
    gateway.forgetSeen();
  }

  /** Ends the server and every connection to it. */
  @Override
  public void close() {
    sockets.close();
  }
}
