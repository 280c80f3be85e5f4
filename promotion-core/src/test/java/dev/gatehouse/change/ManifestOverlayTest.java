package dev.gatehouse.change;

import static dev.gatehouse.change.Manifest.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.ManifestNode.Mapping;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestOverlayTest {
  @Test
  void whatTheChangeDoesNotTouchStaysAsItStandsThere() {
    assertThat(
            over(
                Map.of("replicas", 5, "image", "a:1", "strategy", Map.of("type", "Rolling")),
                Map.of("replicas", 3, "image", "a:1"),
                Map.of("replicas", 3, "image", "a:2")))
        .isEqualTo(
            node(Map.of("replicas", 5, "image", "a:2", "strategy", Map.of("type", "Rolling"))));
  }

  @Test
  void aFieldThatGoesIsGoneAndOneThatComesIsThere() {
    assertThat(
            over(
                Map.of("old", "1", "own", "2"),
                Map.of("old", "1"),
                Map.of("new", Map.of("deep", true))))
        .isEqualTo(node(Map.of("own", "2", "new", Map.of("deep", true))));
  }

  @Test
  void aListOfNamedMembersIsMergedByName() {
    Map<String, Object> sidecar = Map.of("name", "sidecar", "image", "mesh:9");
    assertThat(
            over(
                Map.of("list", List.of(member("web", "1", "Always"), sidecar, member("x", "1"))),
                Map.of("list", List.of(member("web", "1"), member("x", "1"))),
                Map.of("list", List.of(member("web", "2"), member("y", "1")))))
        .isEqualTo(
            node(Map.of("list", List.of(member("web", "2", "Always"), sidecar, member("y", "1")))));
  }

  @Test
  void aListWithoutNamesIsReplacedOnlyWhereItChanges() {
    assertThat(
            over(
                Map.of("args", List.of("-v", "-x"), "ports", List.of(1, 2)),
                Map.of("args", List.of("-v"), "ports", List.of(1)),
                Map.of("args", List.of("-q"), "ports", List.of(1))))
        .isEqualTo(node(Map.of("args", List.of("-q"), "ports", List.of(1, 2))));
  }

  @Test
  void anotherShapeThereIsReplaced() {
    assertThat(over(Map.of("a", "text"), Map.of("a", Map.of("b", 1)), Map.of("a", Map.of("b", 2))))
        .isEqualTo(node(Map.of("a", Map.of("b", 2))));
  }

  private static Map<String, Object> member(String name, String image) {
    return Map.of("name", name, "image", image);
  }

  private static Map<String, Object> member(String name, String image, String pull) {
    return Map.of("name", name, "image", image, "imagePullPolicy", pull);
  }

  private static ManifestNode over(Object there, Object before, Object after) {
    return ManifestOverlay.over(
        (Mapping) node(there), (Mapping) node(before), (Mapping) node(after));
  }
}
