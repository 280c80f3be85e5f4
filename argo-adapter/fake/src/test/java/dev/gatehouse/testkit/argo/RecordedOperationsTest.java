package dev.gatehouse.testkit.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.testkit.argo.FakeApplication.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Anyone who polls an operation sees the states that a real server showed, in their order. */
class RecordedOperationsTest {
  /** What the controller does while someone looks. */
  private interface Course {
    void run(RecordedWorld world, FakeApplication app, Runnable look);
  }

  /** Which request begins the operation, and what follows. */
  record Script(String begin, Course course) {}

  static final Map<String, Script> SCRIPTS =
      Map.ofEntries(
          usual("sync-polled", "sync-accepted"),
          usual("sync-polled-second", "sync-accepted-second"),
          usual("sync-nothing-to-do-polled", "sync-nothing-to-do"),
          usual("sync-without-revision-polled", "sync-without-revision"),
          usual("sync-short-sha-polled", "sync-short-sha"),
          usual("sync-selective-polled", "sync-selective"),
          usual("sync-multi-polled", "sync-multi"),
          usual("sync-multi-more-revisions-polled", "sync-multi-more-revisions"),
          usual("sync-multi-single-revision-polled", "sync-multi-single-revision"),
          usual("sync-auto-same-revision-polled", "sync-auto-same-revision"),
          usual("rollback-polled", "rollback"),
          Map.entry("sync-dry-run-polled", new Script("sync-dry-run", RecordedOperationsTest::dry)),
          usual("sync-unknown-sha-polled", "sync-unknown-sha"),
          usual("gated-rollback-polled", "gated-rollback-no-hooks"),
          usual("waves-polled", "waves-sync"),
          hooked("gated-sync-allowed-polled", "gated-sync-accepted", Outcome.SUCCEEDED, "allowed"),
          hooked("gated-sync-denied-polled", "gated-sync-second", Outcome.FAILED, "denied"),
          hooked("job-gate-polled", "job-gate-accepted", Outcome.SUCCEEDED, ""),
          Map.entry(
              "terminate-polled",
              new Script("terminate-running", RecordedOperationsTest::terminated)),
          Map.entry(
              "retry-polled", new Script("retry-sync-accepted", RecordedOperationsTest::retried)));

  private static Map.Entry<String, Script> usual(String name, String begin) {
    return Map.entry(name, new Script(begin, RecordedOperationsTest::succeeds));
  }

  private static Map.Entry<String, Script> hooked(
      String name, String begin, Outcome outcome, String message) {
    Course course =
        (world, app, look) -> {
          app.startOperation();
          look.run();
          world.clock.advance(Duration.ofSeconds(3));
          String hook = begin.startsWith("job") ? "gate-" : "gate";
          app.finishHook(hook, outcome, message);
          look.run();
          app.reconcile();
          look.run();
        };
    return Map.entry(name, new Script(begin, course));
  }

  private static void terminated(RecordedWorld world, FakeApplication app, Runnable look) {
    world.clock.advance(Duration.ofSeconds(5));
    app.controllerStep();
    look.run();
    app.reconcile();
    look.run();
  }

  private static void succeeds(RecordedWorld world, FakeApplication app, Runnable look) {
    dry(world, app, look);
    app.reconcile();
    look.run();
  }

  private static void dry(RecordedWorld world, FakeApplication app, Runnable look) {
    app.startOperation();
    look.run();
    world.clock.advance(Duration.ofSeconds(1));
    app.finishOperation(Outcome.SUCCEEDED, "");
    look.run();
  }

  private static void retried(RecordedWorld world, FakeApplication app, Runnable look) {
    app.startOperation();
    look.run();
    for (int i = 0; i < 2; i++) {
      app.failTryAndWaitForRetry("it is invalid");
      look.run();
      world.clock.advance(Duration.ofSeconds(20));
      app.controllerStep();
      look.run();
    }
    app.finishOperation(Outcome.FAILED, "it is invalid").reconcile();
    look.run();
  }

  @TestFactory
  Stream<DynamicTest> anOperationShowsTheStatesThatARealServerShowed() throws Exception {
    List<Recording> all = Recording.all();
    return all.stream()
        .filter(recording -> SCRIPTS.containsKey(recording.name()))
        .map(r -> DynamicTest.dynamicTest(r.name(), () -> replay(r, all)));
  }

  private static void replay(Recording recording, List<Recording> all) throws Exception {
    Script script = SCRIPTS.getOrDefault(recording.name(), new Script("", (w, a, l) -> {}));
    Recording begin =
        all.stream().filter(r -> r.name().equals(script.begin())).findFirst().orElseThrow();
    List<JsonNode> found = new ArrayList<>();
    try (RecordedWorld world = new RecordedWorld()) {
      RecordedApart.prepare(recording.name(), world);
      assertThat(world.send(begin).statusCode()).isEqualTo(begin.status());
      FakeApplication app = world.argo.app(begin.path().split("/", -1)[4]);
      Runnable look = () -> found.add(glimpse(app.json()));
      look.run();
      script.course().run(world, app, look);
    }
    List<JsonNode> expected = new ArrayList<>();
    recording.response().path("bodies").forEach(expected::add);
    assertThat(states(found)).containsSubsequence(states(expected)).endsWith(last(expected));
    assertThat(comparedAfterItsEnd(found)).isEqualTo(comparedAfterItsEnd(expected));
    assertThat(Shape.missing(shapes(expected), shapes(found), RecordedApart.NOT_IN_THE_FAKE))
        .isEmpty();
  }

  private static JsonNode glimpse(JsonNode app) {
    ObjectNode glimpse = Json.object();
    glimpse.set("operation", app.path("operation"));
    glimpse.set("operationState", app.at("/status/operationState"));
    glimpse.set("sync", app.at("/status/sync").deepCopy());
    ((ObjectNode) glimpse.path("sync")).remove("comparedTo");
    glimpse.set("health", app.at("/status/health"));
    glimpse.set("reconciledAt", app.at("/status/reconciledAt"));
    glimpse.set("resourceVersion", app.at("/metadata/resourceVersion"));
    return glimpse;
  }

  /** Says of each look what a client decides by, without repetitions. */
  private static List<String> states(List<JsonNode> looks) {
    List<String> states = new ArrayList<>();
    for (JsonNode look : looks) {
      String state = state(look);
      if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
        states.add(state);
      }
    }
    return states;
  }

  private static String[] last(List<JsonNode> looks) {
    return new String[] {state(looks.get(looks.size() - 1))};
  }

  private static String state(JsonNode look) {
    JsonNode state = look.path("operationState");
    String message = Recording.plain(state.path("message").asText());
    return String.join(
        " | ",
        look.path("operation").isObject() ? "asked" : "-",
        state.path("phase").asText(),
        message.replaceFirst("^one or more objects.*'\\)", "it is invalid"),
        state.path("finishedAt").isTextual() ? "ended" : "-",
        "tries " + state.path("retryCount").asInt(),
        "sync " + revisions(state.at("/operation/sync")),
        "result " + revisions(state.path("syncResult")));
  }

  private static String revisions(JsonNode node) {
    return node.path("revision").asText() + node.path("revisions");
  }

  private static int comparedAfterItsEnd(List<JsonNode> looks) {
    JsonNode last = looks.get(looks.size() - 1);
    String ended = last.at("/operationState/finishedAt").asText();
    return Integer.signum(last.path("reconciledAt").asText().compareTo(ended));
  }

  private static Set<String> shapes(List<JsonNode> looks) {
    Set<String> all = new TreeSet<>();
    for (JsonNode look : looks) {
      all.addAll(Shape.of(look.path("operationState")));
      all.addAll(Shape.of(look.path("health")));
      all.addAll(Shape.of(look.path("sync")));
    }
    all.remove(" NULL");
    return all;
  }
}
