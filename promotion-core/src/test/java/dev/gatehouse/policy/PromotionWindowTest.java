package dev.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.stage.StageName;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromotionWindowTest {
  private static final Instant START = Instant.parse("2026-03-04T09:00:00Z");
  private static final StageName STAGE = new StageName("production");

  @Test
  void itIsOpenFromItsStartUntilJustBeforeItsEnd() {
    PromotionWindow window = window(Set.of(), Set.of(), Set.of(), false);
    assertThat(window.isOpen(START.minusSeconds(1))).isFalse();
    assertThat(window.isOpen(START)).isTrue();
    assertThat(window.isOpen(START.plus(Duration.ofHours(8)).minusSeconds(1))).isTrue();
    assertThat(window.isOpen(START.plus(Duration.ofHours(8)))).isFalse();
  }

  @Test
  void itSaysWhenItClosesAndWhenItOpensAgain() {
    PromotionWindow window = window(Set.of(), Set.of(), Set.of(), false);
    assertThat(window.closesAt(START.plusSeconds(60))).contains(START.plus(Duration.ofHours(8)));
    assertThat(window.closesAt(START.plus(Duration.ofHours(9)))).isEmpty();
    assertThat(window.opensAt(START)).contains(START.plus(Duration.ofDays(1)));
  }

  @Test
  void emptyScopesMeanEverything() {
    assertThat(applies(window(Set.of(), Set.of(), Set.of(), false))).isTrue();
  }

  @Test
  void everyScopeMustFit() {
    Set<ChangeClass> application = Set.of(ChangeClass.APPLICATION);
    Set<ChangeClass> migration = Set.of(ChangeClass.MIGRATION);
    Set<RiskLevel> low = Set.of(RiskLevel.LOW);
    assertThat(applies(window(application, low, Set.of(STAGE), false))).isTrue();
    assertThat(applies(window(migration, low, Set.of(STAGE), false))).isFalse();
    assertThat(applies(window(application, Set.of(RiskLevel.HIGH), Set.of(), false))).isFalse();
    assertThat(applies(window(application, low, Set.of(new StageName("qa")), false))).isFalse();
  }

  @Test
  void aWindowOnRequestAppliesOnlyWhereItIsNamed() {
    PromotionWindow window = window(Set.of(), Set.of(), Set.of(), true);
    assertThat(applies(window)).isFalse();
    assertThat(window.appliesTo(ChangeClass.APPLICATION, RiskLevel.LOW, STAGE, Set.of("office")))
        .isTrue();
  }

  private static boolean applies(PromotionWindow window) {
    return window.appliesTo(ChangeClass.APPLICATION, RiskLevel.LOW, STAGE, Set.of());
  }

  private static PromotionWindow window(
      Set<ChangeClass> classes, Set<RiskLevel> levels, Set<StageName> stages, boolean onRequest) {
    return new PromotionWindow(
        "office",
        PromotionWindow.Kind.ALLOW,
        new Every(START, Duration.ofDays(1)),
        Duration.ofHours(8),
        classes,
        levels,
        stages,
        onRequest);
  }
}
