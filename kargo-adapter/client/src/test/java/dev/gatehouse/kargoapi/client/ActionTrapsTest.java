package dev.gatehouse.kargoapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.Json;
import dev.gatehouse.http.RetryPolicy;
import dev.gatehouse.kargoapi.client.LocalKargo.Answer;
import dev.gatehouse.kargoapi.client.LocalKargo.Asked;
import dev.gatehouse.kargoapi.model.FreightOrigin;
import dev.gatehouse.kargoapi.model.Promotion;
import dev.gatehouse.kargoapi.model.PromotionPhase;
import dev.gatehouse.kargoapi.model.PromotionRef;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What surprises clients that change something in Kargo. */
class ActionTrapsTest {
  private static final String FREIGHT = "619d958a5d3e13ed228cc09a61c26b0282b86183";
  private final LocalKargo kargo = LocalKargo.start();
  private final KargoClient client = kargo.client();

  @AfterEach
  void close() {
    client.close();
    kargo.close();
  }

  @Test
  void anActionIsAcceptedWithAnEmptyBody() throws ApiException {
    kargo.answering(asked -> Answer.empty(200));

    client.promotions().abort(new PromotionRef("shop", "uat", "uat.1.619d958"));
    client.promotions().refresh(new PromotionRef("shop", "uat", "uat.1.619d958"));
    client.freight().approve("shop", FREIGHT, "prod");
    client.freight().alias("shop", FREIGHT, "release-1");
    client.stages().refresh("shop", "uat");
    client.stages().reverify("shop", "uat");
    client.warehouses().refresh("shop", "app");

    assertThat(kargo.asked())
        .extracting(Asked::line)
        .contains(
            "POST /v1beta1/projects/shop/freight/" + FREIGHT + "/approve?stage=prod",
            "PATCH /v1beta1/projects/shop/freight/" + FREIGHT + "/alias?newAlias=release-1");
  }

  @Test
  void theAnswerToAPromoteHasNoKindAndIsAPromotionAllTheSame() throws ApiException {
    kargo.answering(asked -> Answer.json(201, promotion("uat.1.619d958", FREIGHT, "12:00:00")));

    Promotion created = client.promotions().promote("shop", "uat", FreightChoice.name(FREIGHT));

    assertThat(created.kind()).isEmpty();
    assertThat(created.phase()).isEqualTo(PromotionPhase.NOT_PICKED_UP);
    assertThat(created.ref()).isEqualTo(new PromotionRef("shop", "uat", "uat.1.619d958"));
    assertThat(kargo.asked().get(0).body()).isEqualTo("{\"freight\":\"" + FREIGHT + "\"}");
  }

  @Test
  void aStageWithTargetsIsNotTakenForAPromotionAndLeavesDoubt() {
    kargo.answering(
        asked ->
            Answer.json(
                201,
                "{\"kind\":\"PromotionRequest\",\"metadata\":{\"name\":\"x\"},\"spec\":{\"stage\":\"uat\"}}"));

    ApiException thrown =
        catchThrowableOfType(
            ApiException.class,
            () -> client.promotions().promote("shop", "uat", FreightChoice.name(FREIGHT)));

    assertThat(thrown.kind()).isEqualTo(FailureKind.MALFORMED);
    assertThat(thrown.failure().leavesDoubt()).isTrue();
    assertThat(thrown.reason().toString()).contains("PromotionRequest", "promotes to targets");
  }

  @Test
  void aStageWithTargetsIsSeenBeforeItIsPromoted() throws ApiException {
    kargo.answering(
        asked ->
            Answer.json(
                200,
                "{\"metadata\":{\"name\":\"fleet\"},\"spec\":{\"targets\":{\"selector\":{}}}}"));

    assertThat(client.stages().get("shop", "fleet").spec().isTargetAware()).isTrue();
  }

  @Test
  void aPromoteIsSentOnceThoughTheServerFails() {
    kargo.answering(asked -> Answer.error(500, "internal server error"));
    try (KargoClient retrying =
        KargoClient.to(kargo.server().retry(RetryPolicy.standard()).build())) {
      assertThatThrownBy(
              () -> retrying.promotions().promote("shop", "uat", FreightChoice.name(FREIGHT)))
          .hasMessageContaining("look before you repeat it");
    }
    assertThat(kargo.asked()).hasSize(1);
  }

  @Test
  void aLostPromoteIsFoundByStageFreightAndSecondBecauseThereIsNoKey() throws ApiException {
    String other = "0d46a25fcf003fc7a007f3c8529fb79d0e325d2f";
    kargo.answering(
        asked ->
            Answer.json(
                200,
                "{\"metadata\":{\"resourceVersion\":\"7\"},\"items\":["
                    + String.join(
                        ",",
                        promotion("uat.4.619d958", FREIGHT, "12:00:09"),
                        promotion("uat.3.619d958", FREIGHT, "12:00:05"),
                        promotion("uat.2.0d46a25", other, "12:00:06"),
                        promotion("uat.1.619d958", FREIGHT, "11:59:59"))
                    + "]}"));

    List<Promotion> found =
        client
            .promotions()
            .createdSince("shop", "uat", FREIGHT, Instant.parse("2026-11-27T12:00:05.900Z"));

    assertThat(found).extracting(Promotion::name).containsExactly("uat.3.619d958", "uat.4.619d958");
  }

  @Test
  void aPromotionThatTheCacheDoesNotKnowYetIsInTheList() throws ApiException {
    PromotionRef ref = new PromotionRef("shop", "uat", "uat.1.619d958");
    kargo.answering(
        asked ->
            asked.path().contains("?stage=uat")
                ? Answer.json(
                    200, "{\"items\":[" + promotion("uat.1.619d958", FREIGHT, "12:00:00") + "]}")
                : Answer.error(404, "Promotion.kargo.akuity.io not found"));

    assertThat(catchThrowableOfType(ApiException.class, () -> client.promotions().get(ref)).kind())
        .isEqualTo(FailureKind.NOT_FOUND);
    assertThat(client.promotions().fresh(ref)).isPresent();
  }

  @Test
  void freightIsChosenInExactlyOneWay() throws ApiException {
    kargo.answering(asked -> Answer.json(201, promotion("uat.1.619d958", FREIGHT, "12:00:00")));
    FreightOrigin app = FreightOrigin.warehouse("app");

    client.promotions().promote("shop", "uat", FreightChoice.alias("release-1"));
    client.promotions().promote("shop", "uat", FreightChoice.origin(app));

    assertThat(kargo.asked())
        .extracting(Asked::body)
        .containsExactly("{\"freightAlias\":\"release-1\"}", "{\"origin\":\"Warehouse/app\"}");
    assertThatThrownBy(
            () ->
                new FreightChoice(
                    FreightChoice.name("a").freight(),
                    FreightChoice.alias("b").freightAlias(),
                    FreightChoice.name("a").origin()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stagesThatCouldNotBePromotedAreTextUnderStatus207() throws ApiException {
    kargo.answering(
        asked ->
            Answer.json(
                207,
                "{\"promotions\":["
                    + promotion("uat.1.619d958", FREIGHT, "12:00:00")
                    + "],\"errors\":\"flow defines no promotion steps\"}"));

    Downstream answer =
        client.promotions().promoteDownstream("shop", "test", FreightChoice.name(FREIGHT));

    assertThat(answer.promotions()).hasSize(1);
    assertThat(answer.errors()).containsExactly("flow defines no promotion steps");
  }

  @Test
  void aManifestMayFailUnderStatus201() throws ApiException {
    kargo.answering(
        asked ->
            Answer.json(
                201,
                "{\"results\":[{\"createdResourceManifest\":{\"kind\":\"Stage\"}},{\"error\":\"no matches for kind\"}]}"));

    List<AppliedManifest> applied =
        client.manifests().create(List.of(Json.object(), Json.object().put("as", "n")));

    assertThat(applied.get(0).error()).isEmpty();
    assertThat(applied.get(0).created().orElseThrow().text("/kind")).contains("Stage");
    assertThat(applied.get(1).error()).contains("no matches for kind");
  }

  @Test
  void aManifestOfWhichNothingIsToldIsNoSuccess() {
    kargo.answering(asked -> Answer.json(201, "{\"results\":[]}"));

    assertThat(
            catchThrowableOfType(
                    ApiException.class, () -> client.manifests().create(List.of(Json.object())))
                .kind())
        .isEqualTo(FailureKind.MALFORMED);
  }

  @Test
  void manifestsGoAsJsonBecauseYamlReadsNAsATruth() throws ApiException, IOException {
    kargo.answering(
        asked ->
            Answer.json(
                200,
                "{\"results\":[{\"updatedResourceManifest\":{}},{\"updatedResourceManifest\":{}}]}"));
    JsonNode step = Json.object().put("as", "n");

    client.manifests().replace(List.of(step, Json.object().put("as", "y")), true);

    Asked asked = kargo.asked().get(0);
    assertThat(asked.line()).isEqualTo("PUT /v1beta1/resources?upsert=true");
    String[] documents = asked.body().split("\n---\n", -1);
    assertThat(new ObjectMapper().readTree(documents[0])).isEqualTo(step);
    assertThat(documents).hasSize(2);
  }

  private static String promotion(String name, String freight, String time) {
    return "{\"metadata\":{\"name\":\""
        + name
        + "\",\"namespace\":\"shop\",\"creationTimestamp\":\"2026-11-27T"
        + time
        + "Z\"},\"spec\":{\"stage\":\"uat\",\"freight\":\""
        + freight
        + "\",\"steps\":[]},\"status\":{}}";
  }
}
