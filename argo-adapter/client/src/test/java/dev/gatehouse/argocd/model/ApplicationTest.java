package dev.gatehouse.argocd.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server says comes through, and what it leaves out is empty. */
class ApplicationTest {
  private static final ObjectMapper JSON = Json.mapper(100);
  private Application shop;

  @BeforeEach
  void read() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("application.json")) {
      shop = JSON.readValue(Objects.requireNonNull(in), Application.class);
    }
  }

  private static Application parse(String json) throws IOException {
    return JSON.readValue(json, Application.class);
  }

  @Test
  void namesAndMetadataComeThrough() {
    assertThat(shop.ref().toString()).isEqualTo("web/argocd/shop");
    assertThat(shop.metadata().labels()).containsEntry("team", "web");
    assertThat(shop.metadata().resourceVersion()).contains("77");
    assertThat(shop.metadata().isDeleting()).isFalse();
    assertThat(shop.awaitsRefresh()).isTrue();
  }

  @Test
  void twoSourcesAreEqualOnlyWhenEveryFieldIs() throws IOException {
    List<ApplicationSource> compared = shop.status().sync().comparedTo().allSources();
    assertThat(compared).isEqualTo(shop.spec().allSources());
    ApplicationSource other =
        JSON.readValue(
            "{\"repoURL\":\"https://git.example.org/a.git\",\"path\":\"x\",\"targetRevision\":\"main\",\"kustomize\":{\"images\":[\"shop:2\"]}}",
            ApplicationSource.class);
    assertThat(other).isNotEqualTo(compared.get(0));
    assertThat(other.path()).isEqualTo(compared.get(0).path());
    assertThat(compared.get(1).isChart()).isTrue();
  }

  @Test
  void theOperationCarriesItsNotesAndItsSync() {
    Operation operation = shop.operation().orElseThrow();
    assertThat(operation.info("gatehouse")).contains("p-1/w-2");
    assertThat(operation.info("other")).isEmpty();
    assertThat(operation.initiatedBy().username()).contains("gatehouse");
    SyncOperation sync = operation.sync().orElseThrow();
    assertThat(sync.allRevisions()).containsExactly("aaa", "1.2.3");
    assertThat(sync.isPartial()).isTrue();
    assertThat(sync.syncStrategy().orElseThrow().runsHooks()).isFalse();
  }

  @Test
  void aFailedTryThatWaitsIsNotTheEnd() {
    OperationState state = shop.status().operationState().orElseThrow();
    assertThat(state.code()).isEqualTo(PhaseCode.RUNNING);
    assertThat(state.waitsForRetry()).isTrue();
    assertThat(state.code().isTerminal()).isFalse();
    ResourceResult gate = state.syncResult().orElseThrow().resources().get(0);
    assertThat(gate.isHook()).isTrue();
    assertThat(gate.phase()).isEqualTo(PhaseCode.FAILED);
  }

  @Test
  void aWordThatIsNotKnownIsKeptAndIsNoSuccess() {
    assertThat(shop.status().health().status()).isEqualTo("Thriving");
    assertThat(shop.status().health().code()).isEqualTo(HealthCode.OTHER);
    assertThat(PhaseCode.of("succeeded")).isEqualTo(PhaseCode.OTHER);
    assertThat(PhaseCode.OTHER.isTerminal()).isFalse();
    assertThat(SyncCode.of("")).isEqualTo(SyncCode.OTHER);
  }

  @Test
  void statusComesThrough() {
    ApplicationStatus status = shop.status();
    assertThat(status.sync().code()).isEqualTo(SyncCode.SYNCED);
    assertThat(status.reconciledAt()).contains(Instant.parse("2026-11-02T09:00:00Z"));
    assertThat(status.history().get(0).id()).isEqualTo(3);
    assertThat(status.history().get(0).initiatedBy().automated()).isTrue();
    assertThat(status.conditions()).extracting(Condition::isError).containsExactly(true, false);
    assertThat(status.resources().get(0).syncWave()).isEqualTo(-1);
    assertThat(status.summary().externalUrls()).containsExactly("https://shop.example.org");
    assertThat(status.sourceHydrator().orElseThrow().currentOperation().orElseThrow().hydratedSha())
        .contains("h");
  }

  @Test
  void automaticSyncIsOnWhenItStandsThereAndIsNotSwitchedOff() throws IOException {
    assertThat(shop.isAutoSyncOn()).isTrue();
    String form = "{\"metadata\":{\"name\":\"a\"},\"spec\":{\"syncPolicy\":%s}}";
    assertThat(parse(form.formatted("{\"automated\":{}}")).isAutoSyncOn()).isTrue();
    assertThat(parse(form.formatted("{\"automated\":{\"enabled\":true}}")).isAutoSyncOn()).isTrue();
    assertThat(parse(form.formatted("{\"automated\":{\"enabled\":false}}")).isAutoSyncOn())
        .isFalse();
    assertThat(parse(form.formatted("{\"automated\":null}")).isAutoSyncOn()).isFalse();
    assertThat(parse(form.formatted("{}")).isAutoSyncOn()).isFalse();
    assertThat(parse(form.formatted("null")).isAutoSyncOn()).isFalse();
  }

  @Test
  void whatIsMissingOrNullIsEmpty() throws IOException {
    Application bare =
        parse(
            "{\"metadata\":{\"name\":\"a\",\"labels\":null},\"spec\":{\"sources\":null},\"status\":{\"history\":[null],\"operationState\":null}}");
    assertThat(bare.spec().project()).isEqualTo("default");
    assertThat(bare.spec().allSources()).isEmpty();
    assertThat(bare.status().history()).isEmpty();
    assertThat(bare.status().operationState()).isEmpty();
    assertThat(bare.status().sync().code()).isEqualTo(SyncCode.OTHER);
    assertThat(bare.metadata().labels()).isEmpty();
    assertThat(bare.operation()).isEmpty();
  }

  @Test
  void theVersionOfAnAnswerThatIsNotArgoCdIsRefused() {
    assertThat(catchThrowable(() -> JSON.readValue("{\"version\":\"1\"}", VersionInfo.class)))
        .isInstanceOf(IOException.class);
  }
}
