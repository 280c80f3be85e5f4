package dev.gatehouse.kargoapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.kargoapi.client.LocalKargo.Answer;
import dev.gatehouse.kargoapi.client.LocalKargo.Asked;
import dev.gatehouse.kargoapi.client.Recordings.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a real Kargo of 1.11.2 and of the 1.12 line was asked and said: the client asks the same and
 * reads all of it.
 */
class RecordedExchangesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the client does not ask, and why; what fits none of them is replayed. */
  private static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          Map.entry(
              ".* /v1beta1/nope .*|.* /nope .*|GET (/kargo)?/ .*|.*/projects/ .*",
              "no request of the client; its answer is tried in RefusalTrapsTest"),
          Map.entry("PUT /v1beta1/projects .*|OPTIONS .*", "a method that is never used there"),
          Map.entry("HEAD .*", "GET says the same"),
          Map.entry("GET /v1beta1/projects .*", "projects are asked for page by page"),
          Map.entry(".* /akuity.io.kargo.service.*", "Connect is not spoken"),
          Map.entry(".* /webhook/.*", "receivers cannot wake a Promotion"),
          Map.entry(".*/generic-credentials.*", "secrets are not handled here"),
          Map.entry(
              "POST .*/roles.*|POST .*/api-tokens.*|DELETE .*|GET .*/api-tokens(/|\\?).*",
              "rights and deletions are left to people, and to manifests"),
          Map.entry(
              "GET .*/(links|logs) .*|GET .*groupBy=.*|GET .*asResources=.*|.*/cluster-config .*",
              "made for pages, or of no use to an adapter"),
          Map.entry(".*/targets .*|.*/promotion-requests .*", "not there in this snapshot"),
          Map.entry(
              ".*(empty body object|no body|broken JSON|bad origin syntax|two selectors|no selector"
                  + "|unknown body field|not a manifest|empty body|approve without stage"
                  + "|alias without newAlias|body over|encoded dots|lower-case bearer).*",
              "the client cannot make it"),
          Map.entry(
              ".*watch=true.*", "a stream; those of lists are followed in RecordedStreamsTest"));

  /** What answers contain and the client does not read. */
  private static final Set<String> NOT_READ =
      Set.of(
          "kind",
          "apiVersion",
          "metadata/(finalizers|generateName|deletionGracePeriodSeconds)",
          "metadata/(managedFields|ownerReferences)",
          "metadata/continue",
          "status/discoveredArtifacts",
          "status/stats",
          "status/webhookReceivers",
          "spec/webhookReceivers",
          "verification/analysisRunMetadata",
          "(buildDate|goVersion|compiler|platform)",
          "(source|reportingComponent|reportingInstance|eventTime)",
          "involvedObject/(namespace|uid|resourceVersion|apiVersion)",
          "metricResults/\\d+/(measurements|consecutiveSuccess)",
          "status/runSummary");

  /** What is not read of some answers only. */
  private static final Map<String, Set<String>> NOT_READ_THERE =
      Map.of(
          "analysis-runs", Set.of("spec"),
          "api-tokens", Set.of("data", "type"),
          "/config", Set.of("status"));

  @TestFactory
  Stream<DynamicTest> everyRecordedExchangeIsAskedForAndReadWithoutLoss() {
    return Recordings.all().stream()
        .filter(each -> leftOut(each).isEmpty())
        .map(each -> DynamicTest.dynamicTest(each.name() + " " + each.line(), () -> replay(each)));
  }

  @Test
  void whatIsLeftOutHasAReasonAndTheRestIsReplayed() {
    List<String> without = new ArrayList<>();
    Set<String> idle = new HashSet<>(LEFT_OUT.keySet());
    int replayed = 0;
    for (Exchange each : Recordings.all()) {
      Optional<String> reason = leftOut(each);
      reason.ifPresent(idle::remove);
      if (reason.isEmpty()) {
        replayed++;
        if (Replayed.call(each).isEmpty()) {
          without.add(each.name() + " " + each.line() + " " + each.note());
        }
      }
    }
    assertThat(without).isEmpty();
    assertThat(idle).as("reasons for nothing").isEmpty();
    assertThat(replayed).isGreaterThan(240);
  }

  private static void replay(Exchange recorded) throws ApiException {
    List<String> wrong = new ArrayList<>();
    try (LocalKargo kargo = LocalKargo.start()) {
      kargo.answering(asked -> answer(recorded, asked, wrong));
      try (KargoClient client = kargo.client(Replayed.below(recorded))) {
        Replayed.Call call = Replayed.call(recorded).orElseThrow();
        if (recorded.status() < 400) {
          requireRead(recorded, call.make(client));
        } else {
          ApiException failure = catchThrowableOfType(ApiException.class, () -> call.make(client));
          requireRefused(recorded, failure);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** The first request must be the recorded one; what the client looks for after a 500 fails. */
  private static Answer answer(Exchange recorded, Asked asked, List<String> wrong) {
    if (recorded.status() == 500 && !asked.method().equals(recorded.method())) {
      return Answer.error(500, "internal server error");
    }
    String expected = recorded.method() + " " + Replayed.decoded(recorded.path());
    if (!asked.line().equals(expected)) {
      wrong.add(asked.line() + " instead of " + expected);
    }
    if (!asked.authorization().startsWith("Bearer ")) {
      wrong.add("the scheme is not exactly Bearer");
    }
    if (!sameBody(recorded.request().path("body"), asked.body())) {
      wrong.add(asked.body() + " instead of " + recorded.request().path("body"));
    }
    return new Answer(recorded.status(), recorded.contentType(), recorded.text());
  }

  private static boolean sameBody(JsonNode recorded, String asked) {
    if (recorded.isNull()) {
      return asked.isEmpty();
    }
    if (recorded.isTextual()) {
      return Replayed.isYaml(recorded.asText())
          || documents(asked).equals(documents(recorded.asText()));
    }
    return documents(asked).equals(List.of(recorded));
  }

  private static List<JsonNode> documents(String body) {
    List<JsonNode> all = new ArrayList<>();
    for (String each : body.split("(?m)^---\\s*$", -1)) {
      try {
        all.add(JSON.readTree(each));
      } catch (IOException e) {
        throw new IllegalArgumentException(each, e);
      }
    }
    return all;
  }

  private static void requireRead(Exchange recorded, Object read) {
    if (read == Replayed.NOTHING) {
      assertThat(recorded.text()).isIn("", "ok");
      return;
    }
    if (read instanceof BearerToken) {
      assertThat(recorded.body().has("idToken")).isTrue();
      return;
    }
    Set<String> ignored = new HashSet<>(NOT_READ);
    NOT_READ_THERE.forEach(
        (path, more) -> {
          if (recorded.path().contains(path)) {
            ignored.addAll(more);
          }
        });
    Map<String, String> wire = Plain.ofWire(shaped(recorded));
    Map<String, String> found = Plain.ofRead(read);
    Map<String, String> invented = new TreeMap<>(found);
    invented.entrySet().removeAll(wire.entrySet());
    Map<String, String> lost = Plain.without(wire, ignored);
    lost.entrySet().removeAll(found.entrySet());
    assertThat(invented).as("read and not on the wire").isEmpty();
    assertThat(lost).as("on the wire and not read").isEmpty();
  }

  /** Brings the list of Freight, which comes in groups, and the bare lists into one form. */
  private static JsonNode shaped(Exchange recorded) {
    JsonNode body = recorded.body();
    if (body.has("groups")) {
      ArrayNode items = JSON.createArrayNode();
      body.path("groups").forEach(group -> group.path("items").forEach(items::add));
      return JSON.createObjectNode()
          .put("resourceVersion", body.path("resourceVersion").asText())
          .set("items", items);
    }
    if (body.has("items") && body.has("metadata")) {
      boolean versioned = recorded.path().matches(".*/(stages|promotions|warehouses)(\\?.*)?");
      return versioned
          ? JSON.createObjectNode()
              .put("resourceVersion", body.at("/metadata/resourceVersion").asText())
              .set("items", body.path("items"))
          : body.path("items");
    }
    if (body.path("errors").isTextual()) {
      ObjectNode copy = body.deepCopy();
      copy.putArray("errors").add(body.path("errors"));
      return copy;
    }
    return body.has("results") ? body.path("results") : body;
  }

  private static void requireRefused(Exchange recorded, ApiException failure) {
    assertThat(failure).as(recorded.note()).isNotNull();
    assertThat(failure.kind()).isEqualTo(expected(recorded));
    assertThat(failure.failure().status()).contains(recorded.status());
    String said = recorded.body().path("error").asText(recorded.body().asText()).strip();
    assertThat(said.replaceAll("\\s+", " "))
        .startsWith(failure.failure().message().replaceAll(" ?…$", ""));
    assertThat(failure.reason().toString()).doesNotContain("secret-token");
  }

  /** Told from the status and the sheet, not from the client. */
  private static FailureKind expected(Exchange recorded) {
    String said = recorded.body().path("error").asText("");
    Map<String, FailureKind> told =
        new TreeMap<>(
            Map.of(
                "is not available to Stage", FailureKind.PRECONDITION,
                "does not request Freight", FailureKind.PRECONDITION,
                "defines no promotion steps", FailureKind.PRECONDITION,
                "no auto-promotion candidate", FailureKind.PRECONDITION,
                "failed calling webhook", FailureKind.UNAVAILABLE,
                "invalid password", FailureKind.UNAUTHENTICATED));
    for (Map.Entry<String, FailureKind> each : told.entrySet()) {
      if (said.contains(each.getKey())) {
        return each.getValue();
      }
    }
    return switch (recorded.status()) {
      case 401 -> FailureKind.UNAUTHENTICATED;
      case 403 -> FailureKind.FORBIDDEN;
      case 404 -> said.isEmpty() ? FailureKind.UNSUPPORTED_CALL : FailureKind.NOT_FOUND;
      case 409 -> FailureKind.CONFLICT;
      case 500 -> FailureKind.INTERNAL;
      default -> FailureKind.INVALID;
    };
  }

  private static Optional<String> leftOut(Exchange exchange) {
    String whole = exchange.line() + " " + exchange.note();
    return LEFT_OUT.keySet().stream().filter(whole::matches).findFirst();
  }
}
