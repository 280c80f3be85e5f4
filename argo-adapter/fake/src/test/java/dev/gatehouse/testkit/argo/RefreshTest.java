package dev.gatehouse.testkit.argo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RefreshTest extends ArgoFixture {
  @Test
  void aRefreshBlocksUntilTheControllerHasCompared() throws Exception {
    blocks("normal");
  }

  @Test
  void aHardRefreshBlocks() throws Exception {
    blocks("hard");
  }

  @Test
  void aRefreshOfFalseIsARefresh() throws Exception {
    blocks("false");
  }

  private void blocks(String kind) throws Exception {
    FakeApplication payments = payments();
    commitSecond();
    CompletableFuture<Answer> answer =
        later(request(APPS + "/payments?project=default&refresh=" + kind).GET());
    payments.awaitRefresh(PATIENCE);
    assertThat(answer).isNotDone();
    payments.reconcile();
    Answer got = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(got.json().at("/status/sync/revision").asText()).isEqualTo(SECOND);
    assertThat(got.json().at("/status/sync/status").asText()).isEqualTo("OutOfSync");
  }

  @Test
  void anEmptyRefreshIsNone() throws Exception {
    payments();
    assertThat(get(APPS + "/payments?project=default&refresh=").status()).isEqualTo(200);
  }

  @Test
  void aRefreshEndsWhenTheTimeOfTheRequestHasPassed() throws Exception {
    FakeApplication payments = payments();
    Answer answer =
        send(
            request(APPS + "/payments?project=default&refresh=normal")
                .header("Grpc-Timeout", "50m"));
    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.code()).isEqualTo(4);
    payments.awaitRefresh(PATIENCE);
  }

  @Test
  void anApplicationThatSkipsReconciliationNeverAnswersARefresh() throws Exception {
    FakeApplication payments =
        argo.addApplication(
            ApplicationSeed.named("payments").annotated(TrackedApplication.SKIP, "true"));
    CompletableFuture<Answer> answer =
        later(
            request(APPS + "/payments?project=default&refresh=normal")
                .header("Grpc-Timeout", "100m"));
    payments.awaitRefresh(PATIENCE).reconcile();
    assertThat(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).status()).isEqualTo(504);
  }
}
