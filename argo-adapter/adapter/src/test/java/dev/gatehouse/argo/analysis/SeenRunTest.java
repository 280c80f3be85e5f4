package dev.gatehouse.argo.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.argocd.model.AnalysisRun;
import dev.gatehouse.argocd.model.ObjectMeta;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeenRunTest {
  private static final Instant SYNCED = Instant.parse("2026-11-23T09:00:00Z");

  @Test
  void aRunIsAboutASyncThatBeganNotLaterThanIt() {
    assertThat(created(Optional.of(SYNCED)).isAbout(SYNCED)).isTrue();
    assertThat(created(Optional.of(SYNCED.minusSeconds(1))).isAbout(SYNCED)).isFalse();
  }

  @Test
  void aRunThatDoesNotSayWhenItWasCreatedIsAboutNothing() {
    assertThat(created(Optional.empty()).isAbout(SYNCED)).isFalse();
  }

  private static SeenRun created(Optional<Instant> at) {
    ObjectMeta metadata =
        new ObjectMeta(
            "smoke",
            Optional.empty(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            at,
            Optional.empty());
    AnalysisRun.Status status =
        new AnalysisRun.Status("Successful", Optional.empty(), List.of(), Optional.empty());
    return new SeenRun(
        new AnalysisRun(metadata, new AnalysisRun.Spec(false), status), Optional.empty());
  }
}
