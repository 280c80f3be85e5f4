package dev.gatehouse.change;

import static dev.gatehouse.change.Manifest.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManifestDifferTest {
  @Test
  void equalObjectsGiveNoDiffWhereverTheyStand() {
    ManifestDiff diff = diff(List.of(web("1").in("a.yaml")), List.of(web("1").in("b.yaml")));
    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.objectsBefore()).isEqualTo(1);
  }

  @Test
  void objectsAreMatchedByGroupKindNamespaceAndNameWhateverTheVersion() {
    ManifestDiff diff =
        diff(
            List.of(manifest("networking.k8s.io/v1beta1", "Ingress", "web")),
            List.of(manifest("networking.k8s.io/v1", "Ingress", "web")));
    assertThat(diff.changes())
        .singleElement()
        .extracting(ObjectChange::type)
        .isEqualTo(ObjectChange.Type.MODIFIED);
    assertThat(paths(diff)).containsExactly("apiVersion");
  }

  @Test
  void anotherNameIsARemovalAndAnAddition() {
    ManifestDiff diff =
        diff(List.of(manifest("v1", "Service", "a")), List.of(manifest("v1", "Service", "b")));
    assertThat(diff.changes())
        .extracting(ObjectChange::type)
        .containsExactly(ObjectChange.Type.REMOVED, ObjectChange.Type.ADDED);
    assertThat(diff.removed()).hasSize(1);
  }

  @Test
  void membersOfAListAreMatchedByName() {
    Manifest before =
        manifest("apps/v1", "Deployment", "web")
            .with("spec.containers[a].image", "a:1")
            .with("spec.containers[b].image", "b:1");
    Manifest after =
        manifest("apps/v1", "Deployment", "web")
            .with("spec.containers[b].image", "b:1")
            .with("spec.containers[a].image", "a:2");
    assertThat(paths(diff(List.of(before), List.of(after))))
        .containsExactly("spec.containers[a].image");
  }

  @Test
  void membersWithoutNamesAreMatchedByPlace() {
    Manifest before = manifest("v1", "ConfigMap", "m").with("data.list", List.of("a", "b"));
    Manifest after = manifest("v1", "ConfigMap", "m").with("data.list", List.of("a", "c", "d"));
    assertThat(paths(diff(List.of(before), List.of(after))))
        .containsExactly("data.list[1]", "data.list[2]");
  }

  @Test
  void twoMembersOfOneNameAreMatchedByPlace() {
    List<Map<String, String>> twins = List.of(Map.of("name", "a"), Map.of("name", "a"));
    Manifest before = manifest("v1", "ConfigMap", "m").with("data.list", twins);
    Manifest after = manifest("v1", "ConfigMap", "m").with("data.list", twins.subList(0, 1));
    assertThat(paths(diff(List.of(before), List.of(after)))).containsExactly("data.list[1]");
  }

  @Test
  void aStringIsNotTheBooleanOfTheSameSpelling() {
    Manifest before = manifest("v1", "ConfigMap", "m").with("data.on", "true");
    Manifest after = manifest("v1", "ConfigMap", "m").with("data.on", true);
    assertThat(paths(diff(List.of(before), List.of(after)))).containsExactly("data.on");
  }

  @Test
  void twoDifferentObjectsOfOneIdentityMakeTheirFileUnreadable() {
    ManifestDiff diff = diff(List.of(), List.of(web("1").in("a.yaml"), web("2").in("b.yaml")));
    assertThat(diff.unreadable())
        .containsExactly(
            new UnreadableFile("b.yaml", "Deployment shop/web (apps) is also defined in a.yaml"));
  }

  @Test
  void theSameObjectTwiceIsHarmless() {
    ManifestDiff diff = diff(List.of(), List.of(web("1").in("a.yaml"), web("1").in("b.yaml")));
    assertThat(diff.unreadable()).isEmpty();
  }

  @Test
  void theOrderIsStable() {
    List<Manifest> some = List.of(web("1"), manifest("v1", "Service", "web"));
    List<Manifest> turned = List.of(some.get(1), some.get(0));
    assertThat(diff(List.of(), some)).isEqualTo(diff(List.of(), turned));
  }

  @Test
  void aPatternFindsFieldsInBothVersionsAtOnce() {
    ObjectChange change = diff(List.of(web("1")), List.of(web("2"))).changes().get(0);
    assertThat(FieldPattern.of("spec.**.image").changes(change))
        .singleElement()
        .satisfies(
            field -> {
              assertThat(field.path()).isEqualTo("spec.template.spec.containers[web].image");
              assertThat(field.before().map(ManifestNode::text)).contains("web:1");
              assertThat(field.after().map(ManifestNode::text)).contains("web:2");
            });
    assertThat(FieldPattern.of("spec.*.image").changes(change)).isEmpty();
  }

  @Test
  void aPatternSeesAFieldThatCameWithItsParent() {
    Manifest bare = manifest("v1", "Service", "web");
    Manifest noted = manifest("v1", "Service", "web").with("metadata.annotations[a.b/c]", "x");
    ObjectChange change = diff(List.of(bare), List.of(noted)).changes().get(0);
    assertThat(FieldPattern.of("metadata.annotations[a.b/c]").changes(change))
        .containsExactly(
            new FieldChange(
                "metadata.annotations.a.b/c", Optional.empty(), Optional.of(Manifest.node("x"))));
  }

  private static Manifest web(String tag) {
    return manifest("apps/v1", "Deployment", "web")
        .with("spec.template.spec.containers[web].image", "web:" + tag);
  }

  private static ManifestDiff diff(List<Manifest> before, List<Manifest> after) {
    return ManifestDiffer.between(
        before.stream().map(Manifest::object).toList(),
        after.stream().map(Manifest::object).toList(),
        List.of());
  }

  private static List<String> paths(ManifestDiff diff) {
    return diff.changes().get(0).fields().stream().map(FieldChange::path).toList();
  }
}
