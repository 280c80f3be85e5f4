package dev.gatehouse.argo.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.argocd.model.ManagedResource;
import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveDiffTest {
  private static final Path RECORDED = Path.of("../fake/src/test/resources/argo/recorded");

  @Test
  void whatARealServerAnsweredDiffersInTheOneFieldThatGitWantsOtherwise() throws IOException {
    ManifestDiff diff = LiveDiff.of(recorded("managed-resources.json"));

    assertThat(diff.unreadable()).isEmpty();
    assertThat(lines(diff))
        .containsExactly("MODIFIED ConfigMap elsewhere/payments data.version: 1 -> 3");
  }

  @Test
  void whatARealServerCallsInSyncDoesNotDiffer() throws IOException {
    ManifestDiff diff = LiveDiff.of(recorded("managed-resources-of-hooked-app.json"));

    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.objectsAfter()).isEqualTo(1);
  }

  @Test
  void anObjectOfOneSideIsCreatedOrPruned() {
    ManifestDiff diff =
        LiveDiff.of(
            List.of(
                object("ConfigMap", "new", "{'data':{'a':'1'}}", "null"),
                object("ConfigMap", "old", "null", "{'data':{'a':'1'}}")));

    assertThat(diff.changes().stream().map(change -> change.type() + " " + change.key().name()))
        .containsExactlyInAnyOrder("ADDED new", "REMOVED old");
  }

  @Test
  void whatTheClusterKeepsForItselfIsNoDifference() {
    String live =
        "{'metadata':{'uid':'1','resourceVersion':'7','generation':2,'managedFields':[{}],"
            + "'annotations':{'kubectl.kubernetes.io/last-applied-configuration':'{}'}},'data':{'a':'1'}}";

    assertThat(
            LiveDiff.of(List.of(object("ConfigMap", "a", "{'metadata':{},'data':{'a':'1'}}", live)))
                .isEmpty())
        .isTrue();
  }

  @Test
  void withoutAPredictionOnlyWhatGitNamesIsCompared() {
    ManagedResource object =
        object(
            "Deployment",
            "web",
            "{'spec':{'replicas':3}}",
            "{'spec':{'replicas':5,'progressDeadlineSeconds':600}}");

    assertThat(lines(LiveDiff.of(List.of(object))))
        .containsExactly("MODIFIED Deployment web spec.replicas: 5 -> 3");
  }

  @Test
  void theValuesOfASecretAreNeverInTheResultAlsoWhenTheServerShowsThem() {
    ManifestDiff diff =
        LiveDiff.of(
            List.of(
                object(
                    "Secret",
                    "db",
                    "{'data':{'same':'c2FtZQ==','other':'bmV3','added':'YWRk'},'stringData':'odd'}",
                    "{'data':{'same':'c2FtZQ==','other':'b2xk'},'stringData':{'x':'hunter2'}}"),
                object("Secret", "gone", "null", "{'data':{'x':'aHVudGVyMw=='}}")));

    assertThat(lines(diff))
        .contains(
            "MODIFIED Secret db data.other: (hidden) -> (hidden, another value)",
            "MODIFIED Secret db data.added: absent -> (hidden)")
        .noneMatch(line -> line.contains("data.same"));
    assertThat(diff.toString())
        .doesNotContain("c2FtZQ==", "bmV3", "YWRk", "b2xk", "odd", "hunter2", "aHVudGVyMw==");
  }

  @Test
  void aStateThatCannotBeReadIsToldAndTheOthersAreCompared() {
    ManifestDiff diff =
        LiveDiff.of(
            List.of(
                object("ConfigMap", "bad", "{'data':", "{}"),
                object("ConfigMap", "list", "[1]", "{}"),
                object("ConfigMap", "deep", "[".repeat(5_000), "{}"),
                object("ConfigMap", "good", "{'data':{'a':'1'}}", "{'data':{'a':'2'}}")));

    assertThat(diff.unreadable()).hasSize(3);
    assertThat(lines(diff)).containsExactly("MODIFIED ConfigMap good data.a: 2 -> 1");
  }

  private static ManagedResource object(String kind, String name, String target, String live) {
    return new ManagedResource(
        "",
        kind,
        "",
        name,
        Optional.of(target.replace('\'', '"')),
        Optional.of(live.replace('\'', '"')),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  private static List<ManagedResource> recorded(String file) throws IOException {
    ObjectMapper mapper = Json.mapper(200);
    List<ManagedResource> objects = new ArrayList<>();
    for (JsonNode item :
        mapper
            .readTree(Files.readString(RECORDED.resolve(file)))
            .path("response")
            .path("body")
            .path("items")) {
      objects.add(mapper.treeToValue(item, ManagedResource.class));
    }
    return objects;
  }

  private static List<String> lines(ManifestDiff diff) {
    List<String> lines = new ArrayList<>();
    for (ObjectChange change : diff.changes()) {
      for (FieldChange field : change.fields()) {
        lines.add(
            "%s %s %s: %s -> %s"
                .formatted(
                    change.type(),
                    change.key().label(),
                    field.path(),
                    field.before().map(ManifestNode::text).orElse("absent"),
                    field.after().map(ManifestNode::text).orElse("absent")));
      }
    }
    return lines;
  }
}
