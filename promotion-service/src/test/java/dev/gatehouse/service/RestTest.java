package dev.gatehouse.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Scope;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.service.token.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestTest {
  private static final Set<Verb> ALL =
      EnumSet.of(
          Verb.SEE, Verb.PROPOSE, Verb.ATTEST, Verb.APPROVE, Verb.REJECT, Verb.WAIVE, Verb.ABORT);
  private static final String PROPOSAL =
      """
      {"application": "checkout", "stage": "%s", "artifacts": ["%s"], "authors": ["ana"],
       "facts": {"trust.tests": true, "trust.signed": true}}
      """;

  @TempDir Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = House.furnished(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Tokens tokens() {
    return new Tokens(house.composition().records(), InstantSource.system());
  }

  private String token(String actor, Set<Verb> verbs, Scope scope) {
    Actor known = house.composition().rulebook().directory().find(actor).orElseThrow();
    return tokens()
        .create(known, verbs, false, scope, Instant.now().plusSeconds(3600), "pia")
        .text();
  }

  private String token(String actor) {
    return token(actor, ALL, Scope.EVERYWHERE);
  }

  private HttpResponse<String> post(String token, String key, String path, String body) {
    return house.send(
        house
            .request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> get(String token, String path) {
    return house.send(house.request(path).header("Authorization", "Bearer " + token).build());
  }

  private HttpResponse<String> proposed(String stage) {
    return post(
        token("ci", EnumSet.of(Verb.PROPOSE, Verb.ATTEST), Scope.EVERYWHERE),
        "propose " + stage,
        "/v1/promotions",
        PROPOSAL.formatted(stage, House.IMAGE));
  }

  private static String field(HttpResponse<String> response, String name) {
    Matcher field = Pattern.compile("\"" + name + "\" : \"([^\"]*)\"").matcher(response.body());
    assertThat(field.find()).as(response.body()).isTrue();
    return field.group(1);
  }

  private HttpResponse<String> until(String token, String id, String text) {
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    HttpResponse<String> seen = get(token, "/v1/promotions/" + id);
    while (!seen.body().contains(text) && Instant.now().isBefore(end)) {
      seen = get(token, "/v1/promotions/" + id);
    }
    assertThat(seen.body()).contains(text);
    return seen;
  }

  @Test
  void aChangeIsProposedApprovedAndLiveOverHttp() {
    house.work();
    String pia = token("pia");
    HttpResponse<String> dev = proposed("dev");
    assertThat(dev.statusCode()).as(dev.body()).isEqualTo(201);
    until(pia, field(dev, "id"), "\"phase\" : \"SUCCEEDED\"");
    HttpResponse<String> staging = proposed("staging");
    String id = field(staging, "id");
    assertThat(staging.headers().firstValue("location")).hasValue("/v1/promotions/" + id);
    HttpResponse<String> held = until(pia, id, "\"code\" : \"approval-missing\"");
    assertThat(held.body()).contains("POST /v1/promotions/" + id + "/approvals");
    Matcher plan = Pattern.compile("\"hash\" : \"([0-9a-f]{64})\"").matcher(held.body());
    assertThat(plan.find()).isTrue();
    HttpResponse<String> approved =
        post(
            pia,
            "approve",
            "/v1/promotions/" + id + "/approvals",
            "{\"plan\": \"" + plan.group(1) + "\", \"comment\": \"read\"}");
    assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
    until(pia, id, "\"phase\" : \"SUCCEEDED\"");
  }

  @Test
  void nothingIsAnsweredWithoutATokenThatCounts() {
    String good = token("pia");
    String other = good.substring(0, good.length() - 1) + (good.endsWith("A") ? "B" : "A");
    for (String path : List.of("/v1/promotions", "/v1/promotions/p-1")) {
      assertThat(house.get(path).statusCode()).isEqualTo(401);
      assertThat(house.get(path + "?access_token=" + good).statusCode()).isEqualTo(401);
      for (String wrong : List.of(other, "", "ght_", "x".repeat(5000), good + " ")) {
        HttpResponse<String> answer = get(wrong, path);
        assertThat(answer.statusCode())
            .as(wrong)
            .isIn(good.equals(wrong.strip()) ? List.of(200, 404) : List.of(401));
      }
    }
    assertThat(post("no", "k", "/v1/promotions", "{}").statusCode()).isEqualTo(401);
    assertThat(house.get("/v1/promotions").headers().firstValue("www-authenticate"))
        .hasValue("Bearer");
  }

  @Test
  void aRevokedOrEndedTokenCountsNoMore() {
    String pia = token("pia");
    assertThat(get(pia, "/v1/promotions").statusCode()).isEqualTo(200);
    assertThat(tokens().revoke(pia.split("_", -1)[1])).isTrue();
    assertThat(get(pia, "/v1/promotions").statusCode()).isEqualTo(401);
    Tokens yesterday =
        new Tokens(house.composition().records(), () -> Instant.now().minus(Duration.ofDays(2)));
    String ended =
        yesterday
            .create(
                Actor.person("pia"),
                ALL,
                false,
                Scope.EVERYWHERE,
                Instant.now().minus(Duration.ofDays(1)),
                "pia")
            .text();
    assertThat(get(ended, "/v1/promotions").statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenGivesNoMoreThanItsVerbsItsScopeAndItsActorsRights() {
    String id = field(proposed("dev"), "id");
    String sees = token("pia", EnumSet.of(Verb.SEE), Scope.EVERYWHERE);
    HttpResponse<String> verb =
        post(sees, "a", "/v1/promotions/" + id + "/abort", "{\"why\": \"no\"}");
    assertThat(verb.statusCode()).isEqualTo(403);
    assertThat(verb.body()).contains("token-out-of-scope");
    Scope production = new Scope(Set.of(), Set.of("production"), Set.of());
    String elsewhere = token("pia", ALL, production);
    assertThat(get(elsewhere, "/v1/promotions/" + id).statusCode()).isEqualTo(404);
    assertThat(get(elsewhere, "/v1/promotions").body()).doesNotContain(id);
    assertThat(get(sees, "/v1/promotions").body()).contains(id);
    HttpResponse<String> right =
        post(
            token("ana"),
            "w",
            "/v1/promotions/" + id + "/waivers",
            "{\"gate\": \"soak-time\", \"owner\": \"ana\", \"reason\": \"in a hurry today\","
                + " \"expiresAt\": \""
                + Instant.now().plusSeconds(600)
                + "\"}");
    assertThat(right.statusCode()).isEqualTo(403);
    assertThat(right.body()).contains("not-allowed");
  }

  @Test
  void aTokenThatMayNotAttestStatesNoFactWithAProposal() {
    String proposes = token("ci", EnumSet.of(Verb.SEE, Verb.PROPOSE), Scope.EVERYWHERE);
    String change =
        "{\"application\": \"checkout\", \"stage\": \"dev\", \"artifacts\":"
            + " [\"ghcr.io/acme/checkout@sha256:"
            + "b".repeat(64)
            + "\"], \"authors\": [\"ana\"]";
    HttpResponse<String> states =
        post(proposes, "f", "/v1/promotions", change + ", \"facts\": {\"trust.tests\": \"true\"}}");
    assertThat(states.statusCode()).as(states.body()).isEqualTo(403);
    assertThat(states.body()).contains("token-out-of-scope", "attest");
    assertThat(post(proposes, "g", "/v1/promotions", change + "}").statusCode()).isEqualTo(201);
  }

  @Test
  void aRepeatedKeyGivesTheSameAnswerAlsoAfterARestart() {
    HttpResponse<String> first = proposed("dev");
    String id = field(first, "id");
    String pia = token("pia");
    String path = "/v1/promotions/" + id + "/rejection";
    HttpResponse<String> rejected = post(pia, "r", path, "{\"why\": \"not today\"}");
    assertThat(rejected.statusCode()).as(rejected.body()).isEqualTo(200);
    house.close();
    house = House.open(folder);
    HttpResponse<String> again = post(pia, "r", path, "{\"why\": \"not today\"}");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(rejected.body());
    assertThat(again.headers().firstValue("etag")).isEqualTo(rejected.headers().firstValue("etag"));
    assertThat(again.headers().firstValue("idempotency-replayed")).hasValue("true");
    HttpResponse<String> another = post(pia, "r2", path, "{\"why\": \"not today\"}");
    assertThat(another.statusCode()).isEqualTo(409);
    assertThat(another.body()).contains("already-ended");
    HttpResponse<String> reused = post(pia, "r", path, "{\"why\": \"another\"}");
    assertThat(reused.statusCode()).isEqualTo(422);
    assertThat(reused.body()).contains("idempotency-key-reused");
  }

  @Test
  void aWriteOnAVersionThatIsGoneIsRefused() {
    HttpResponse<String> first = proposed("dev");
    String id = field(first, "id");
    String pia = token("pia");
    HttpRequest.Builder abort =
        house
            .request("/v1/promotions/" + id + "/abort")
            .header("Authorization", "Bearer " + pia)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"why\": \"no\"}"));
    HttpResponse<String> stale =
        house.send(
            abort.copy().header("Idempotency-Key", "1").header("If-Match", "\"999\"").build());
    assertThat(stale.statusCode()).isEqualTo(412);
    String tag = stale.headers().firstValue("etag").orElseThrow();
    assertThat(get(pia, "/v1/promotions/" + id).headers().firstValue("etag")).hasValue(tag);
    HttpResponse<String> current =
        house.send(abort.copy().header("Idempotency-Key", "2").header("If-Match", tag).build());
    assertThat(current.statusCode()).as(current.body()).isEqualTo(200);
    HttpRequest known =
        house
            .request("/v1/promotions/" + id)
            .header("Authorization", "Bearer " + pia)
            .header("If-None-Match", current.headers().firstValue("etag").orElseThrow())
            .build();
    assertThat(house.send(known).statusCode()).isEqualTo(304);
  }

  @Test
  void aMistakeInARequestNamesItself() {
    String pia = token("pia");
    assertThat(get(pia, "/v1/promotions/no-such").statusCode()).isEqualTo(404);
    for (String body :
        List.of(
            "",
            "[]",
            "{\"application\": \"checkout\"}",
            "{\"aplication\": \"checkout\"}",
            "{\"application\": \"checkout\", \"application\": \"other\", \"stage\": \"dev\"}",
            "{\"application\": {\"a\": {\"b\": {}}}, \"stage\": \"dev\"}",
            "{\"application\": \"checkout\", \"stage\": \"dev\", \"artifacts\": [\"::\"]}",
            "{\"application\": \"../etc\", \"stage\": \"dev\", \"artifacts\": []}",
            "{\"application\": \"checkout\", \"stage\": \"dev\", \"revision\": \"main\"}",
            "{\"application\": \"checkout\", \"stage\": \"dev\"} {}")) {
      HttpResponse<String> answer = post(pia, "k" + body.hashCode(), "/v1/promotions", body);
      assertThat(answer.statusCode()).as(body + answer.body()).isIn(400, 422);
      assertThat(answer.body()).contains("\"what\"", "\"where\"", "\"next\"");
    }
    HttpRequest form =
        house
            .request("/v1/promotions")
            .header("Authorization", "Bearer " + pia)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Idempotency-Key", "f")
            .POST(HttpRequest.BodyPublishers.ofString("application=checkout"))
            .build();
    assertThat(house.send(form).statusCode()).isEqualTo(415);
    HttpRequest keyless =
        house
            .request("/v1/promotions")
            .header("Authorization", "Bearer " + pia)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    assertThat(house.send(keyless).statusCode()).isEqualTo(400);
  }

  @Test
  void aPlanIsShownAndNothingIsRecorded() {
    String pia = token("pia");
    HttpResponse<String> plan =
        post(
            pia,
            "p",
            "/v1/plans",
            "{\"application\": \"checkout\", \"stage\": \"dev\", \"artifacts\": [\""
                + House.IMAGE
                + "\"]}");
    assertThat(plan.statusCode()).as(plan.body()).isEqualTo(200);
    assertThat(plan.body()).contains("\"hash\"", "apps/checkout/dev/kustomization.yaml");
    assertThat(get(pia, "/v1/promotions").body()).contains("\"promotions\" : [ ]");
  }

  @Test
  void longListsComeInPages() {
    String pia = token("pia");
    proposed("dev");
    proposed("staging");
    HttpResponse<String> first = get(pia, "/v1/promotions?limit=1");
    assertThat(first.body())
        .contains("\"stage\" : \"staging\"")
        .doesNotContain("\"stage\" : \"dev\"");
    HttpResponse<String> second = get(pia, "/v1/promotions?limit=1&before=" + field(first, "next"));
    assertThat(second.body()).contains("\"stage\" : \"dev\"");
    assertThat(get(pia, "/v1/promotions?limit=0").statusCode()).isEqualTo(422);
    assertThat(get(pia, "/v1/promotions?named=checkout/dev").body())
        .contains("\"stage\" : \"dev\"");
  }

  @Test
  void aTokensSecretIsKeptNowhere() {
    String pia = token("pia");
    String secret = pia.split("_", 3)[2];
    post(pia, "x", "/v1/promotions", PROPOSAL.formatted("dev", House.IMAGE));
    assertThat(get(pia, "/v1/promotions").body()).doesNotContain(secret);
    assertThat(tokens().all().toString()).doesNotContain(secret);
    house.close();
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).filter(file -> holds(file, secret))).isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    house = House.open(folder);
  }

  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
