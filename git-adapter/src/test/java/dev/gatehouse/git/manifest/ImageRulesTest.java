package dev.gatehouse.git.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.ObjectChange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRulesTest {
  private static final String POD =
      "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - {name: web, image: %s}\n";

  @Test
  void aRuleSeesWhatTheRuleBeforeItMade() {
    EditEffect effect =
        new Trees()
            .with("p/pod.yaml", POD.formatted("BACKEND_IMAGE"))
            .edited("p/kustomization.yaml", chain("v1"), chain("v2"))
            .effect("p");
    assertThat(images(effect)).containsExactly("ghcr.io/user/backend:v2");
    assertThat(effect.diff().unreadable()).isEmpty();
  }

  @Test
  void aRuleOfAnOverlaySeesTheNameThatItsBaseGave() {
    EditEffect effect = overlay("ghcr.io/user/backend");
    assertThat(images(effect)).containsExactly("ghcr.io/user/backend:v2");
    assertThat(effect.diff().unreadable()).isEmpty();
  }

  @Test
  void anEditedRuleThatChangesNoContainerIsReportedWithTheNamesThatAreThere() {
    EditEffect effect = overlay("BACKEND_IMAGE");
    assertThat(images(effect)).isEmpty();
    assertThat(effect.diff().unreadable()).hasSize(1);
    assertThat(effect.diff().unreadable().get(0).file()).isEqualTo("prod/kustomization.yaml");
    assertThat(effect.diff().unreadable().get(0).why())
        .contains("image rule 'BACKEND_IMAGE' changes no container", "ghcr.io/user/backend");
  }

  @Test
  void anIdleRuleThatNobodyEditsIsNoNews() {
    EditEffect effect =
        new Trees()
            .with("p/pod.yaml", POD.formatted("img:v0"))
            .edited("p/kustomization.yaml", withIdle("v1"), withIdle("v2"))
            .effect("p");
    assertThat(images(effect)).containsExactly("img:v2");
    assertThat(effect.diff().unreadable()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources: ['https://github.com/o/r//base?ref=v1']\n",
        "resources: [pod.yaml]\ngenerators: [g.yaml]\n",
        "resources: [pod.yaml]\nhelmCharts: [{name: web, repo: https://charts.example}]\n",
        "resources: [pod.yaml]\nconfigurations: [fields.yaml]\n",
        "resources: [pod.yaml]\ncomponents: [../c]\n",
        "kind: Component\nresources: [pod.yaml]\n",
        "resources: [pod.yaml]\npatches: [{path: patch.yaml}]\n",
        "resources: [pod.yaml]\npatches:\n- patch: |-\n    - {op: add, path: /spec/containers/-, value: {image: other}}\n  target: {kind: Pod}\n"
      })
  void aRuleIsNotCalledIdleWhereContainersMayComeFromElsewhere(String base) {
    EditEffect effect =
        new Trees()
            .with("p/pod.yaml", POD.formatted("img"))
            .with("p/g.yaml", "kind: G\n", "p/fields.yaml", "images: []\n")
            .with("c/kustomization.yaml", "kind: Component\n")
            .with("p/patch.yaml", POD.formatted("other:v0"))
            .edited("p/kustomization.yaml", base + rule("other", "v1"), base + rule("other", "v2"))
            .effect("p");
    assertThat(effect.diff().unreadable()).isEmpty();
  }

  @Test
  void aTagSuffixIsAppended() {
    String old = "resources: [pod.yaml]\nimages: [{name: img, tagSuffix: -a}]\n";
    EditEffect effect =
        new Trees()
            .with("p/pod.yaml", POD.formatted("\"img:v0@sha256:ab\""))
            .edited("p/kustomization.yaml", old, old.replace("-a", "-b"))
            .effect("p");
    assertThat(images(effect)).containsExactly("img:v0-b");
  }

  private static EditEffect overlay(String name) {
    return new Trees()
        .with("base/pod.yaml", POD.formatted("BACKEND_IMAGE"))
        .with(
            "base/kustomization.yaml",
            "resources: [pod.yaml]\nimages: [{name: BACKEND_IMAGE, newName: ghcr.io/user/backend}]\n")
        .edited(
            "prod/kustomization.yaml",
            "resources: [../base]\n" + rule(name, "v1"),
            "resources: [../base]\n" + rule(name, "v2"))
        .effect("prod");
  }

  private static String chain(String tag) {
    return "resources: [pod.yaml]\nimages:\n- {name: BACKEND_IMAGE, newName: ghcr.io/user/backend}\n"
        + "- {name: ghcr.io/user/backend, newTag: "
        + tag
        + "}\n";
  }

  private static String withIdle(String tag) {
    return "resources: [pod.yaml]\nimages:\n- {name: gone, newTag: v1}\n- {name: img, newTag: "
        + tag
        + "}\n";
  }

  private static String rule(String name, String tag) {
    return "images: [{name: " + name + ", newTag: " + tag + "}]\n";
  }

  private static List<String> images(EditEffect effect) {
    return effect.diff().changes().stream()
        .filter(change -> change.key().kind().equals("Pod") && !change.key().isPatch())
        .map(ObjectChange::present)
        .flatMap(pod -> pod.content().textAt("spec", "containers", "0", "image").stream())
        .toList();
  }
}
