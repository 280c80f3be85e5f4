package dev.gatehouse.risk;

import static dev.gatehouse.change.Manifest.manifest;
import static dev.gatehouse.risk.CrossplaneExamples.EXTERNAL;
import static dev.gatehouse.risk.Diffs.between;
import static dev.gatehouse.risk.Diffs.input;
import static dev.gatehouse.risk.Diffs.modified;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Manifest;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.DefaultControlModels;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.policy.WayBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Six changes whose class, level, way back and words were settled before the rules were. */
class WorkedExamplesTest {
  private static final RiskModel MODEL = StandardRiskModel.standard();
  private static final Exposure TWELVE_OF_TWELVE =
      new Exposure(
          IntStream.range(0, 12).mapToObj(i -> "shard-" + i).collect(Collectors.toSet()),
          12,
          Set.of(new ApplicationName("shop")),
          Set.of(),
          false);

  @Test
  void aDigestOnEveryShardWithAGoodPastNeedsItsOwner() {
    RiskAssessment risk =
        MODEL.assess(
            input(modified(web('a'), web('b')), TWELVE_OF_TWELVE, new TrackRecord(40, 0, 0)));

    assertThat(risk.label()).isEqualTo("application MEDIUM, R0 (instant revert)");
    assertThat(rules(risk)).containsExactly("reach", "A1");
    ControlModel controls = controls(risk);
    assertThat(controls.approval().quorums()).containsExactly(Quorum.of(1, "owner"));
    assertThat(controls.order()).containsExactly(Slice.count(1), Slice.percent(25), Slice.REST);
    assertThat(WayBack.of(risk.reversibility())).isEqualTo(WayBack.REVERT);
  }

  @Test
  void aMigrationBeforeTheSyncGoesForwardOnlyWhileTheImageMayBeReverted() {
    Manifest sql =
        manifest("v1", "ConfigMap", "migrate-sql")
            .with("data[V7__note.sql]", "ALTER TABLE orders ADD COLUMN note text NULL;");
    RiskAssessment risk =
        MODEL.assess(
            input(
                between(
                    List.of(web('a')),
                    List.of(web('b'), DataExamples.job("flyway/flyway:10", "migrate"), sql))));

    assertThat(risk.changeClass()).isEqualTo(ChangeClass.MIGRATION);
    assertThat(risk.level()).isEqualTo(RiskLevel.HIGH);
    assertThat(risk.reversibility()).isEqualTo(Reversibility.R2);
    assertThat(rules(risk)).contains("A1", "M1");
    assertThat(words(risk))
        .contains("expand step", "forward only", "automatic rollback of it is refused")
        .contains("the image may be reverted");
    assertThat(risk.blockers()).isEmpty();
    assertThat(WayBack.of(risk.reversibility())).isEqualTo(WayBack.FORWARD);
  }

  @Test
  void aCompositionInUseSaysHowManyChangeAtOnce() {
    RiskAssessment risk =
        MODEL.assess(
            input(
                CrossplaneExamples.composition(),
                TWELVE_OF_TWELVE,
                CrossplaneExamples.fleet(37, 3)));

    assertThat(risk.changeClass()).isEqualTo(ChangeClass.INFRASTRUCTURE);
    assertThat(risk.level()).isEqualTo(RiskLevel.HIGH);
    assertThat(risk.reversibility()).isEqualTo(Reversibility.R1);
    assertThat(rules(risk)).containsExactly("X6");
    assertThat(words(risk))
        .contains("37 databases in 9 tenants change at the same time; set Manual or move in waves")
        .contains("3 databases set to Manual wait");
  }

  @Test
  void aBucketMovedToCrossplaneTwoWithoutPoliciesIsBlockedAndToldWhatToWrite() {
    Manifest old =
        CrossplaneExamples.bucket()
            .with("spec.deletionPolicy", "Orphan")
            .with(EXTERNAL, "acme-orders-eu");
    RiskAssessment risk =
        MODEL.assess(input(between(List.of(old), List.of(CrossplaneExamples.next()))));

    assertThat(risk.changeClass()).isEqualTo(ChangeClass.MIGRATION);
    assertThat(risk.level()).isEqualTo(RiskLevel.CRITICAL);
    assertThat(risk.reversibility()).isEqualTo(Reversibility.R3);
    assertThat(rules(risk)).contains("X1", "X3", "X4");
    assertThat(risk.blockers())
        .singleElement()
        .satisfies(
            factor -> {
              assertThat(factor.rule()).isEqualTo("X3");
              assertThat(factor.blocker().orElseThrow())
                  .contains("Create", "Observe", "Update", "LateInitialize")
                  .contains("crossplane.io/external-name: acme-orders-eu")
                  .doesNotContain("Delete");
            });
  }

  @Test
  void anOverlayThatLosesATenantListsEverythingThatWouldGo() {
    List<Manifest> all = new ArrayList<>();
    IntStream.range(0, 15).mapToObj(i -> ArgoExamples.application("app-" + i)).forEach(all::add);
    List<Manifest> left = List.of(all.get(14));
    all.add(DataExamples.heldNamespace());
    RiskAssessment risk = MODEL.assess(input(between(all, left)));

    assertThat(risk.changeClass()).isEqualTo(ChangeClass.INFRASTRUCTURE);
    assertThat(risk.level()).isEqualTo(RiskLevel.CRITICAL);
    assertThat(risk.reversibility()).isEqualTo(Reversibility.R2);
    assertThat(rules(risk)).contains("D1", "D2", "N1").doesNotContain("K1");
    String deleted =
        risk.factors().stream()
            .filter(factor -> factor.rule().equals("D1"))
            .findFirst()
            .orElseThrow()
            .sentence();
    IntStream.range(0, 14).forEach(i -> assertThat(deleted).contains("shop/app-" + i + " "));
    assertThat(deleted).contains("15 of 16 objects").doesNotContain("shop/app-14 ");
    assertThat(controls(risk).typedConfirmation()).isTrue();
  }

  @Test
  void aReadmeHasNoEffectOnAnyShard() {
    RiskAssessment risk = MODEL.assess(input(ManifestDiff.NONE, TWELVE_OF_TWELVE, Fleet.UNKNOWN));

    assertThat(risk.effect()).isFalse();
    assertThat(risk.label()).isEqualTo("no effect on any shard");
    assertThat(risk.level()).isEqualTo(RiskLevel.LOW);
    assertThat(risk.factors()).isEmpty();
  }

  private static Manifest web(char digit) {
    String digest = "sha256:" + String.valueOf(digit).repeat(64);
    return manifest("apps/v1", "Deployment", "web")
        .with("spec.template.spec.containers[web].image", "shop@" + digest);
  }

  private static ControlModel controls(RiskAssessment risk) {
    return DefaultControlModels.all().of(risk.changeClass(), risk.level());
  }

  private static List<String> rules(RiskAssessment risk) {
    return risk.factors().stream().map(RiskFactor::rule).distinct().toList();
  }

  private static String words(RiskAssessment risk) {
    return risk.factors().stream().map(RiskFactor::sentence).collect(Collectors.joining("\n"));
  }
}
