package dev.gatehouse.kargoapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.kargoapi.client.LocalKargo.Answer;
import dev.gatehouse.kargoapi.client.LocalKargo.Asked;
import dev.gatehouse.kargoapi.model.Freight;
import dev.gatehouse.kargoapi.model.Project;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What surprises clients that read Kargo's lists. */
class ListTrapsTest {
  private static final String CONTINUE = "{\"metadata\":{\"continue\":\"continue-not-supported\"},";
  private final LocalKargo kargo = LocalKargo.start();
  private final KargoClient client = kargo.client();

  @AfterEach
  void close() {
    client.close();
    kargo.close();
  }

  @Test
  void anEmptyListMayBeNullAndAMissingOneIsNoAnswer() throws ApiException {
    kargo.answering(asked -> Answer.json(200, "{\"metadata\":{},\"items\":null}"));
    assertThat(client.access().tokens("shop")).isEmpty();
    assertThat(client.stages().list("shop").items()).isEmpty();

    kargo.answering(asked -> Answer.json(200, "{\"metadata\":{}}"));
    assertThat(kindOf(() -> client.stages().list("shop"))).isEqualTo(FailureKind.MALFORMED);
    assertThat(kindOf(() -> client.freight().list("shop"))).isEqualTo(FailureKind.MALFORMED);
    assertThat(kindOf(() -> client.projects().list())).isEqualTo(FailureKind.MALFORMED);
  }

  @Test
  void aListThatOffersToContinueIsWhole() throws ApiException {
    kargo.answering(
        asked -> Answer.json(200, CONTINUE + "\"items\":[{\"reason\":\"FreightApproved\"}]}"));

    assertThat(client.projects().events("shop")).hasSize(1);
    assertThat(kargo.asked()).hasSize(1);
  }

  @Test
  void projectsComeInPagesAndAreReadToTheEnd() throws ApiException {
    kargo.answering(asked -> Answer.json(200, page(asked.path().endsWith("page=0") ? 100 : 30)));

    assertThat(client.projects().list()).hasSize(130);
    assertThat(kargo.asked())
        .extracting(Asked::line)
        .containsExactly(
            "GET /v1beta1/projects?pageSize=100&page=0",
            "GET /v1beta1/projects?pageSize=100&page=1");
  }

  @Test
  void aPageThatIsEmptyEndsTheListWhateverTheTotalSays() throws ApiException {
    kargo.answering(asked -> Answer.json(200, "{\"items\":[],\"total\":130}"));

    assertThat(client.projects().list()).extracting(Project::name).isEmpty();
    assertThat(kargo.asked()).hasSize(1);
  }

  @Test
  void freightComesInGroupsAndCountsOnce() throws ApiException {
    kargo.answering(
        asked ->
            Answer.json(
                200,
                """
                {"groups":{"":{"items":[{"metadata":{"name":"f1"}},{"metadata":{"name":"f2"}}]},
                           "other":{"items":[{"metadata":{"name":"f2"}}]},"none":{"items":null}},
                 "resourceVersion":"423"}
                """));

    KargoList<Freight> list = client.freight().list("shop");

    assertThat(list.items()).extracting(Freight::name).containsExactly("f1", "f2");
    assertThat(list.resourceVersion()).isEqualTo("423");
  }

  @Test
  void freightThatIsAvailableToAStageHasNoVersionAndMayBeNone() throws ApiException {
    kargo.answering(asked -> Answer.json(200, "{\"groups\":{}}"));

    KargoList<Freight> none = client.freight().availableTo("shop", "prod");

    assertThat(none.items()).isEmpty();
    assertThat(none.resourceVersion()).isEmpty();
  }

  @Test
  void rolesAreABareArray() throws ApiException {
    kargo.answering(asked -> Answer.json(200, "[{\"metadata\":{\"name\":\"default\"}}]"));
    assertThat(client.access().roles("shop"))
        .extracting(role -> role.metadata().name())
        .containsExactly("default");

    kargo.answering(asked -> Answer.json(200, "{\"items\":[]}"));
    assertThat(kindOf(() -> client.access().roles("shop"))).isEqualTo(FailureKind.MALFORMED);
  }

  @Test
  void aMissingProjectIsNotFoundAndAMissingStageHasNoPromotions() throws ApiException {
    kargo.answering(
        asked ->
            asked.path().contains("/shop/")
                ? Answer.json(200, "{\"metadata\":{},\"items\":[]}")
                : Answer.error(404, "Project.kargo.akuity.io not found"));

    assertThat(client.promotions().list("shop", "nostage").items()).isEmpty();
    assertThat(kindOf(() -> client.promotions().list("ghost", "uat")))
        .isEqualTo(FailureKind.NOT_FOUND);
  }

  @Test
  void managedFieldsAreNotKept() throws ApiException {
    kargo.answering(
        asked ->
            Answer.json(
                200,
                "{\"metadata\":{\"name\":\"uat\",\"managedFields\":[{\"fieldsV1\":{\"f:spec\":{}}}]}}"));

    assertThat(client.stages().get("shop", "uat").toString()).doesNotContain("f:spec");
  }

  @Test
  void aWrongMethodIsNotTakenForAMissingObject() {
    kargo.answering(asked -> new Answer(405, "text/plain; charset=utf-8", "405 not allowed"));

    assertThat(kindOf(() -> client.freight().approve("shop", "f1", "uat")))
        .isEqualTo(FailureKind.UNSUPPORTED_CALL);
  }

  private interface Asking {
    void ask() throws ApiException;
  }

  private static FailureKind kindOf(Asking asking) {
    return catchThrowableOfType(ApiException.class, asking::ask).kind();
  }

  private static String page(int size) {
    String items =
        IntStream.range(0, size)
            .mapToObj(i -> "{\"metadata\":{\"name\":\"p" + i + "\"}}")
            .collect(Collectors.joining(","));
    return "{\"items\":[" + items + "],\"total\":130}";
  }
}
