package dev.gatehouse.git.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.UnreadableFile;
import dev.gatehouse.risk.Exposure;
import dev.gatehouse.risk.RiskAssessment;
import dev.gatehouse.risk.RiskInput;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.risk.StandardRiskModel;
import dev.gatehouse.risk.TrackRecord;
import dev.gatehouse.stage.TargetName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnexplainedEditTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - {name: web, image: "img:v0"}
      """;
  private static final String APPLICATION =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata: {name: checkout}
      spec:
        source: {repoURL: https://git.example/app, path: deploy, targetRevision: %s}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p/main.jsonnet                  | Jsonnet is not evaluated
          p/lib/web.libsonnet             | Jsonnet is not evaluated
          p/.argocd-source.yaml           | only Argo CD reads this file
          p/.argocd-source-checkout.yaml  | only Argo CD reads this file
          p/charts/redis-1.2.3.tgz        | a packed chart is not opened
          p/Chart.lock                    | nothing that is rendered from folder p refers
          p/config/app.conf               | nothing that is rendered from folder p refers
          p/charts/web/values.yaml        | nothing that is rendered from folder p refers
          p/charts/web/templates/d.yaml   | nothing that is rendered from folder p refers
          p/inflated-values.yaml          | nothing that is rendered from folder p refers
          p/validator.yaml                | nothing that is rendered from folder p refers
          p/openapi.json                  | nothing that is rendered from folder p refers
          p/kustomization.yml             | nothing that is rendered from folder p refers
          p/unused.yaml                   | nothing that is rendered from folder p refers
          """)
  void anEditedFileThatNoKustomizationRefersToIsHighAndNamed(String file, String why) {
    EditEffect effect =
        new Trees()
            .with("p/kustomization.yaml", kustomization(), "p/pod.yaml", POD)
            .with("p/generator.yaml", generator())
            .edited(file, "tag: v1\n", "tag: v2\n")
            .effect("p");
    assertThat(effect.diff().changes()).isEmpty();
    assertThat(effect.diff().unreadable())
        .anySatisfy(
            bad -> {
              assertThat(bad.file()).isEqualTo(file);
              assertThat(bad.why()).contains(why);
            });
    assertHigh(effect.diff(), file);
  }

  @ParameterizedTest
  @CsvSource({
    "p/main.jsonnet",
    "p/lib/web.libsonnet",
    "p/.argocd-source.yaml",
    "p/charts/redis-1.2.3.tgz",
    "p/Chart.lock",
    "p/config/app.conf"
  })
  void anEditedFileBesideAChartThatNothingReadsIsHighAndNamed(String file) {
    EditEffect effect =
        new Trees()
            .with("p/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n")
            .with("p/values.yaml", "replicas: 1\n")
            .edited(file, "tag: v1\n", "tag: v2\n")
            .effect("p");
    assertHigh(effect.diff(), file);
  }

  @Test
  void aSecondKustomizationBesideTheFirstIsReportedBecauseKustomizeRefusesBoth() {
    EditEffect effect =
        new Trees()
            .with("p/kustomization.yaml", "resources: [pod.yaml]\n", "p/pod.yaml", POD)
            .edited("p/kustomization.yml", "images: []\n", "images: [{name: img, newTag: v2}]\n")
            .effect("p");
    assertThat(effect.diff().unreadable())
        .extracting(UnreadableFile::why)
        .anyMatch(why -> why.contains("kustomize refuses a folder with both"));
  }

  @Test
  void aFileOutsideTheFolderThatNothingRefersToIsHighAndSaysSo() {
    EditEffect effect =
        new Trees()
            .with("envs/prod/pod.yaml", POD)
            .edited(
                "env/prod/kustomization.yaml",
                "images: [{name: img, newTag: v1}]\n",
                "images: [{name: img, newTag: v2}]\n")
            .effect("envs/prod");
    assertHigh(effect.diff(), "env/prod/kustomization.yaml");
    assertThat(effect.diff().unreadable().get(0).why()).contains("outside folder envs/prod");
  }

  @Test
  void aFileOutsideTheFolderThatItRefersToIsJudgedByTheObjectsItChanges() {
    EditEffect effect =
        new Trees()
            .with("prod/kustomization.yaml", "resources: [../base]\n")
            .with("base/kustomization.yaml", "resources: [pod.yaml]\n")
            .edited("base/pod.yaml", POD, POD.replace("v0", "v1"))
            .effect("prod");
    assertThat(effect.diff().unreadable()).isEmpty();
    assertThat(effect.diff().changes()).extracting(c -> c.key().label()).containsExactly("Pod web");
  }

  @Test
  void anArgoApplicationOutsideTheFolderIsJudgedAsAnObjectOfItsOwn() {
    EditEffect effect =
        new Trees()
            .with("apps/checkout/prod/pod.yaml", POD)
            .edited(
                "argocd/prod.yaml",
                APPLICATION.formatted("v1.2.0"),
                APPLICATION.formatted("v1.3.0"))
            .effect("apps/checkout/prod");
    assertThat(effect.diff().unreadable()).isEmpty();
    assertThat(effect.diff().changes())
        .extracting(c -> c.key().label())
        .containsExactly("Application checkout (argoproj.io)");
    RiskAssessment risk = assess(effect.diff());
    assertThat(risk.effect()).isTrue();
    assertThat(risk.level()).isGreaterThanOrEqualTo(RiskLevel.MEDIUM);
  }

  @Test
  void anObjectInsideTheFolderThatNoKustomizationListsDoesNotStandForItself() {
    EditEffect effect =
        new Trees()
            .with("p/kustomization.yaml", "resources: [pod.yaml]\n", "p/pod.yaml", POD)
            .edited("p/other.yaml", POD, POD.replace("v0", "v1"))
            .effect("p");
    assertHigh(effect.diff(), "p/other.yaml");
  }

  @Test
  void aManifestOutsideTheFolderThatCannotBeReadOnOneSideIsHigh() {
    EditEffect effect =
        new Trees()
            .with("p/pod.yaml", POD)
            .edited("argocd/prod.yaml", "a: [\n", APPLICATION.formatted("v1"))
            .effect("p");
    assertHigh(effect.diff(), "argocd/prod.yaml");
  }

  @Test
  void theLockOfAChartIsExplainedByTheEditOfItsChart() {
    String chart =
        "apiVersion: v2\nname: w\nversion: 1.0.0\ndependencies:\n- {name: r, version: %s}\n";
    EditEffect effect =
        new Trees()
            .edited("p/Chart.yaml", chart.formatted("1.0.0"), chart.formatted("1.1.0"))
            .edited("p/Chart.lock", "digest: a\n", "digest: b\n")
            .effect("p");
    assertThat(effect.diff().unreadable()).isEmpty();
    assertThat(assess(effect.diff()).level()).isLessThan(RiskLevel.HIGH);
  }

  @Test
  void aCommentInARenderedFileHasNoEffectOnAnyObject() {
    EditEffect effect =
        new Trees()
            .with("p/kustomization.yaml", "resources: [pod.yaml]\n")
            .edited("p/pod.yaml", POD, "# reviewed\n" + POD)
            .effect("p");
    assertThat(effect.diff().isEmpty()).isTrue();
    assertThat(assess(effect.diff()).effect()).isFalse();
  }

  private static String kustomization() {
    return """
    resources: [pod.yaml]
    generators: [generator.yaml]
    validators: [validator.yaml]
    openapi: {path: openapi.json}
    helmCharts: [{name: web}]
    """;
  }

  private static String generator() {
    return """
    apiVersion: builtin
    kind: HelmChartInflationGenerator
    metadata: {name: r}
    name: redis
    valuesFile: inflated-values.yaml
    """;
  }

  private static void assertHigh(ManifestDiff diff, String file) {
    RiskAssessment risk = assess(diff);
    assertThat(risk.effect()).isTrue();
    assertThat(risk.level()).as(risk.factors().toString()).isEqualTo(RiskLevel.HIGH);
    assertThat(risk.factors())
        .anySatisfy(
            factor -> {
              assertThat(factor.file()).isEqualTo(file);
              assertThat(factor.floor()).isEqualTo(RiskLevel.HIGH);
              assertThat(factor.sentence()).contains("cannot classify");
            });
  }

  private static RiskAssessment assess(ManifestDiff diff) {
    Change change =
        new Change(new ApplicationName("shop"), List.of(), Optional.empty(), List.of(), "Bump");
    Exposure exposure =
        new Exposure(Set.of("eu"), 4, Set.of(new ApplicationName("shop")), Set.of(), false);
    TrackRecord good = new TrackRecord(50, 0, 0);
    return StandardRiskModel.standard()
        .assess(new RiskInput(change, Map.of(new TargetName("eu-1"), diff), exposure, good));
  }
}
