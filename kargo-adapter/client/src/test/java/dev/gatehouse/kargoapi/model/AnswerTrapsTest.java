package dev.gatehouse.kargoapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.http.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What surprises readers of Kargo's objects. */
class AnswerTrapsTest {
  private static final ObjectMapper MAPPER = Json.mapper(200);

  @Test
  void anObjectWithoutStatusIsOneThatNoControllerHasLookedAt() throws JsonProcessingException {
    Promotion promotion =
        read(Promotion.class, "{'metadata':{'name':'lost.1'},'spec':{'stage':'lost'},'status':{}}");
    Stage stage = read(Stage.class, "{'metadata':{'name':'lost'},'status':{}}");

    assertThat(promotion.phase()).isEqualTo(PromotionPhase.NOT_PICKED_UP);
    assertThat(promotion.phase().isEnd()).isFalse();
    assertThat(stage.status().isPickedUp()).isFalse();
  }

  @Test
  void unknownMissingAndNullFieldsAreTaken() throws JsonProcessingException {
    Stage stage =
        read(
            Stage.class,
            """
            {'metadata':{'name':'uat','labels':null,'annotations':{'a':null}},'new':{'b':[1]},
             'spec':{'requestedFreight':null,'promotionTemplate':{'spec':null}},
             'status':{'conditions':null,'freightHistory':[null],'health':null,
                       'currentPromotion':{'name':null}}}
            """);

    assertThat(stage.spec().steps()).isEmpty();
    assertThat(stage.status().current()).isEmpty();
    assertThat(stage.metadata().annotations()).isEmpty();
    assertThat(stage.status().currentPromotion().orElseThrow().name()).isEmpty();
  }

  @Test
  void zeroesAreLeftOut() throws JsonProcessingException {
    Promotion promotion =
        read(
            Promotion.class,
            """
            {'metadata':{'name':'a'},'spec':{'stage':'s'},
             'status':{'phase':'Running','stepExecutionMetadata':[{'alias':'gate','status':'Running'}]}}
            """);

    assertThat(promotion.status().currentStep()).isZero();
    assertThat(promotion.status().stepExecutionMetadata().get(0).errorCount()).isZero();
  }

  @Test
  void aWordThatIsNotKnownIsNeverAnEndOrASuccess() throws JsonProcessingException {
    Promotion promotion =
        read(
            Promotion.class, "{'metadata':{'name':'a'},'spec':{},'status':{'phase':'Superseded'}}");

    assertThat(promotion.phase()).isEqualTo(PromotionPhase.OTHER);
    assertThat(promotion.phase().isEnd()).isFalse();
    assertThat(VerificationPhase.of("Great")).isEqualTo(VerificationPhase.OTHER);
    assertThat(VerificationPhase.of("Great").isEnd()).isFalse();
    assertThat(HealthCode.of("Superb")).isEqualTo(HealthCode.OTHER);
  }

  @Test
  void aStepWithoutAnEndIsNotFinalThoughItSaysFailed() throws JsonProcessingException {
    StepStatus retried =
        read(
            StepStatus.class,
            "{'alias':'gate','status':'Failed','message':'503; step will be retried'}");
    StepStatus ended =
        read(
            StepStatus.class,
            "{'alias':'gate','status':'Failed','finishedAt':'2026-11-27T04:30:16Z'}");

    assertThat(retried.isFinal()).isFalse();
    assertThat(ended.isFinal()).isTrue();
  }

  @Test
  void aPromotionMaySucceedThoughAStepHasFailed() throws JsonProcessingException {
    Promotion promotion =
        read(
            Promotion.class,
            """
            {'metadata':{'name':'a'},
             'spec':{'steps':[{'uses':'http','as':'gate','continueOnError':true},
                              {'uses':'git-push','as':'push','if':'${{ always() }}'}]},
             'status':{'phase':'Succeeded','stepExecutionMetadata':[
               {'alias':'gate','status':'Failed','continueOnError':true,
                'finishedAt':'2026-11-27T04:30:16Z'}]}}
            """);

    assertThat(promotion.phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(promotion.status().stepExecutionMetadata().get(0).status()).isEqualTo("Failed");
    assertThat(promotion.spec().steps().get(0).continueOnError()).isTrue();
    assertThat(promotion.spec().steps().get(1).condition()).contains("${{ always() }}");
  }

  @Test
  void aStageWithoutStepsPassesFreightThrough() throws JsonProcessingException {
    Stage flow = read(Stage.class, "{'metadata':{'name':'flow'},'spec':{'shard':''}}");

    assertThat(flow.spec().steps()).isEmpty();
    assertThat(flow.spec().shard()).isEmpty();
  }

  @Test
  void aFailedReverificationIsSeenThoughTheConditionsStayTrue() throws JsonProcessingException {
    Stage stage =
        read(
            Stage.class,
            """
            {'metadata':{'name':'ver'},'status':{
              'conditions':[{'type':'Ready','status':'True'},{'type':'Verified','status':'True'}],
              'freightHistory':[{'id':'c','items':{},'verificationHistory':[
                {'id':'2','phase':'Failed'},{'id':'1','phase':'Successful'}]}]}}
            """);

    assertThat(stage.status().conditions()).allMatch(Condition::isTrue);
    assertThat(stage.status().verification().orElseThrow().code())
        .isEqualTo(VerificationPhase.FAILED);
  }

  @Test
  void anAbortedVerificationIsToldFromAFailedOne() throws JsonProcessingException {
    Verification aborted =
        read(
            Verification.class,
            "{'id':'1','phase':'Failed','message':'Verification aborted by user'}");
    Verification failed =
        read(Verification.class, "{'id':'1','phase':'Failed','message':'Metric web failed'}");

    assertThat(aborted.isAborted()).isTrue();
    assertThat(failed.isAborted()).isFalse();
  }

  @Test
  void anApprovalSaysWhenAndNotWho() throws JsonProcessingException {
    Freight freight =
        read(
            Freight.class,
            """
            {'metadata':{'name':'f'},'status':{
              'approvedFor':{'prod':{'approvedAt':'2026-11-27T04:30:17Z'},'gone':null}}}
            """);

    assertThat(freight.status().approvedFor()).containsOnlyKeys("prod");
    assertThat(FreightStatus.ApprovedStage.class.getRecordComponents()).hasSize(1);
  }

  @Test
  void theActorOfAPromotionProvesNothing() throws JsonProcessingException {
    Promotion byToken =
        read(
            Promotion.class,
            """
            {'metadata':{'name':'a','annotations':{'kargo.akuity.io/create-actor':'unknown actor'}},
             'spec':{}}
            """);
    Promotion automatic = read(Promotion.class, "{'metadata':{'name':'a'},'spec':{}}");

    assertThat(byToken.actor()).contains("unknown actor");
    assertThat(automatic.actor()).isEmpty();
  }

  @Test
  void aControllerIsAliveOnlyWhileTheServerSaysSo() throws JsonProcessingException {
    Heartbeats beats =
        read(
            Heartbeats.class,
            """
            {'heartbeats':{'edge-a':{'controller':'edge-a','status':'Alive',
               'timestamp':'2026-11-27T04:35:12.553637Z'},
              'edge-b':{'controller':'edge-b','status':'Dead'}},'defaultController':'edge-a'}
            """);

    assertThat(beats.isAlive(Optional.empty())).isTrue();
    assertThat(beats.isAlive(Optional.of("edge-b"))).isFalse();
    assertThat(beats.isAlive(Optional.of("edge-typo"))).isFalse();
    assertThat(read(Heartbeats.class, "{}").isAlive(Optional.empty())).isFalse();
  }

  @Test
  void outputsAreFoundByTheAliasOfATaskToo() throws JsonProcessingException {
    Promotion promotion =
        read(
            Promotion.class,
            """
            {'metadata':{'name':'a'},'spec':{},'status':{'phase':'Succeeded','state':{
              'gatehouse::decision':{'decisionId':'d-77'},'push':{'commit':'314468'}}}}
            """);

    assertThat(promotion.status().state().text("/gatehouse::decision/decisionId")).contains("d-77");
    assertThat(promotion.status().state().text("/push/commit")).contains("314468");
    assertThat(promotion.status().state().text("/push/none")).isEmpty();
    assertThat(promotion.status().state().toString()).doesNotContain("d-77");
  }

  @Test
  void anotherObjectIsNoPromotion() {
    assertThatThrownBy(
            () ->
                read(
                    Promotion.class,
                    "{'kind':'PromotionRequest','metadata':{'name':'a'},'spec':{}}"))
        .hasMessageContaining("no Promotion");
    assertThatThrownBy(() -> read(Stage.class, "{'error':'x'}")).hasMessageContaining("no Stage");
  }

  @Test
  void theStarOfARoleAllowsWhatIsAskedFor() throws JsonProcessingException {
    Role role =
        read(
            Role.class,
            """
            {'metadata':{'name':'r'},'rules':[{'verbs':['*'],'resources':['stages']},
              {'verbs':['patch'],'resources':['freights/status']}]}
            """);

    assertThat(role.allows("promote", "stages")).isTrue();
    assertThat(role.allows("patch", "freights/status")).isTrue();
    assertThat(role.allows("promote", "freights/status")).isFalse();
  }

  private static <T> T read(Class<T> type, String json) throws JsonProcessingException {
    return MAPPER.readValue(json.replace('\'', '"'), type);
  }
}
