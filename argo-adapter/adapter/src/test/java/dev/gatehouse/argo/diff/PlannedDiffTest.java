package dev.gatehouse.argo.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.argocd.model.ManagedResource;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestDiffer;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ManifestObject;
import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.change.ObjectKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlannedDiffTest {
  private static final String LIVE = "'spec':{'replicas':5,'image':'web:1','mode':'fast'}";
  private static final String WANTED = "'spec':{'replicas':3,'image':'web:1','mode':'fast'}";

  @Test
  void thePlanIsLaidOverWhatLivesAndDriftIsToldApart() {
    PlannedDiff diff =
        LiveDiff.of(
            List.of(managed("Deployment", "web", WANTED, LIVE)),
            plan(
                git("Deployment", "web", "'spec':{'replicas':3,'image':'web:1'}"),
                git("Deployment", "web", "'spec':{'replicas':3,'image':'web:2'}")));

    assertThat(lines(diff))
        .containsExactly(
            "MODIFIED web spec.replicas: 5 -> 3, already",
            "MODIFIED web spec.image: web:1 -> web:2");
    assertThat(diff.changed()).extracting(ObjectKey::name).containsExactly("web");
    assertThat(diff.now().changes()).hasSize(1);
  }

  @Test
  void aChangeOfADriftedFieldIsThePlansAndNotOlder() {
    PlannedDiff diff =
        LiveDiff.of(
            List.of(managed("Deployment", "web", WANTED, LIVE)),
            plan(
                git("Deployment", "web", "'spec':{'replicas':3}"),
                git("Deployment", "web", "'spec':{'replicas':4}")));

    assertThat(lines(diff)).containsExactly("MODIFIED web spec.replicas: 5 -> 4");
  }

  @Test
  void whatLivesLikeThatAlreadyDiffersNoMore() {
    PlannedDiff diff =
        LiveDiff.of(
            List.of(managed("Deployment", "web", WANTED, LIVE)),
            plan(
                git("Deployment", "web", "'spec':{'replicas':3}"),
                git("Deployment", "web", "'spec':{'replicas':5}")));

    assertThat(diff.then().isEmpty()).isTrue();
    assertThat(diff.changed()).hasSize(1);
    assertThat(diff.now().isEmpty()).isFalse();
  }

  @Test
  void whatThePlanAddsAndRemovesIsCreatedAndPrunedBesideWhatAlreadyWouldBe() {
    PlannedDiff diff =
        LiveDiff.of(
            List.of(
                managed("ConfigMap", "goes", "'data':{}", "'data':{}"),
                missing("ConfigMap", "awaited", "'data':{}"),
                managed("ConfigMap", "stays", "'data':{}", "'data':{}")),
            ManifestDiffer.between(
                List.of(git("ConfigMap", "goes", "'data':{}")),
                List.of(git("ConfigMap", "comes", "'data':{}")),
                List.of()));

    assertThat(lines(diff))
        .containsExactlyInAnyOrder("ADDED comes", "REMOVED goes", "ADDED awaited, already");
  }

  @Test
  void anAddedObjectThatLivesAlreadyIsTakenOver() {
    PlannedDiff diff =
        LiveDiff.of(
            List.of(superfluous("ConfigMap", "made-by-hand", "'data':{'a':'1','b':'2'}")),
            ManifestDiffer.between(
                List.of(),
                List.of(git("ConfigMap", "made-by-hand", "'data':{'a':'9'}")),
                List.of()));

    assertThat(lines(diff)).containsExactly("MODIFIED made-by-hand data.a: 1 -> 9");
  }

  @Test
  void anObjectThatIsStillToBeMadeAndIsChangedIsThePlans() {
    PlannedDiff diff =
        LiveDiff.of(
            List.of(missing("ConfigMap", "awaited", "'data':{'a':'1'}")),
            plan(
                git("ConfigMap", "awaited", "'data':{'a':'1'}"),
                git("ConfigMap", "awaited", "'data':{'a':'2'}")));

    assertThat(lines(diff)).containsExactly("ADDED awaited");
    assertThat(diff.then().changes().get(0).present().content().textAt("data", "a")).contains("2");
  }

  @Test
  void whatOnlyArgoCdRendersIsNamedByItsFile() throws IOException {
    ManifestObject before = file("apps/web/values.yaml", "{'image':{'tag':'1'}}");
    ManifestObject after = file("apps/web/values.yaml", "{'image':{'tag':'2'}}");
    PlannedDiff diff =
        LiveDiff.of(List.of(managed("Deployment", "web", WANTED, WANTED)), plan(before, after));

    assertThat(diff.unknown()).containsExactly("apps/web/values.yaml");
    assertThat(diff.then().isEmpty()).isTrue();
    assertThat(diff.changed()).isEmpty();
  }

  @Test
  void anObjectThatNoOrTwoManagedOnesMayBeIsNotGuessed() {
    ManagedResource here = managed("ConfigMap", "a", "one", "'data':{}", "'data':{}");
    ManagedResource there = managed("ConfigMap", "a", "two", "'data':{}", "'data':{}");
    ManifestDiff plan =
        plan(git("ConfigMap", "a", "'data':{}"), git("ConfigMap", "a", "'data':{'x':'1'}"));

    assertThat(LiveDiff.of(List.of(here), plan).changed())
        .extracting(ObjectKey::namespace)
        .containsExactly("one");
    for (List<ManagedResource> managed :
        List.of(List.of(here, there), List.<ManagedResource>of())) {
      PlannedDiff diff = LiveDiff.of(managed, plan);
      assertThat(diff.changed()).isEmpty();
      assertThat(diff.then().isEmpty()).isTrue();
      assertThat(diff.unknown()).containsExactly("a.yaml");
    }
  }

  @Test
  void theNamespaceThatGitNamesTellsOneFromTheOther() {
    List<ManagedResource> both =
        List.of(
            managed("ConfigMap", "a", "one", "'data':{}", "'data':{}"),
            managed("ConfigMap", "a", "two", "'data':{}", "'data':{}"));
    ObjectKey named = new ObjectKey("", "ConfigMap", "two", "a");
    ManifestObject before = git(named, "'data':{}");
    ManifestObject after = git(named, "'data':{'x':'1'}");

    assertThat(LiveDiff.of(both, plan(before, after)).changed()).containsExactly(named);
  }

  @Test
  void aPatchThatComesIsNoObject() {
    ManifestObject patch = git(new ObjectKey("", "ConfigMap", "", "patch p.yaml"), "'data':{}");
    PlannedDiff diff =
        LiveDiff.of(List.of(), ManifestDiffer.between(List.of(), List.of(patch), List.of()));

    assertThat(diff.then().isEmpty()).isTrue();
    assertThat(diff.unknown()).containsExactly("patch p.yaml.yaml");
  }

  @Test
  void theValuesOfAPlannedSecretAreNowhere() {
    PlannedDiff diff =
        LiveDiff.of(
            List.of(
                managed(
                    "Secret",
                    "db",
                    "'data':{'p':'++++','q':'++++'}",
                    "'data':{'p':'++++','q':'++++'}")),
            ManifestDiffer.between(
                List.of(git("Secret", "db", "'data':{'p':'b2xk','q':'c2FtZQ=='}")),
                List.of(
                    git("Secret", "db", "'data':{'p':'bmV3','q':'c2FtZQ=='}"),
                    git("Secret", "fresh", "'stringData':{'p':'hunter2'}")),
                List.of()));

    assertThat(lines(diff))
        .containsExactlyInAnyOrder(
            "ADDED fresh", "MODIFIED db data.p: (hidden) -> (hidden, another value)");
    assertThat(diff.toString()).doesNotContain("b2xk", "bmV3", "c2FtZQ==", "hunter2");
  }

  private static List<String> lines(PlannedDiff diff) {
    return diff.then().changes().stream().flatMap(change -> lines(diff, change)).toList();
  }

  private static Stream<String> lines(PlannedDiff diff, ObjectChange change) {
    String head = change.type() + " " + change.key().name();
    return change.fields().isEmpty()
        ? Stream.of(head + (diff.isOlder(change) ? ", already" : ""))
        : change.fields().stream()
            .map(
                field ->
                    "%s %s: %s -> %s%s"
                        .formatted(
                            head,
                            field.path(),
                            field.before().map(ManifestNode::text).orElse("nothing"),
                            field.after().map(ManifestNode::text).orElse("nothing"),
                            diff.isOlder(change.key(), field) ? ", already" : ""));
  }

  private static ManifestDiff plan(ManifestObject before, ManifestObject after) {
    return ManifestDiffer.between(List.of(before), List.of(after), List.of());
  }

  private static ManifestObject git(String kind, String name, String rest) {
    return git(new ObjectKey("", kind, "", name), rest);
  }

  private static ManifestObject git(ObjectKey key, String rest) {
    ManifestNode.Mapping content = node(state(key.kind(), key.name(), rest));
    return new ManifestObject(key, "v1", key.name() + ".yaml", content);
  }

  private static ManifestObject file(String path, String content) throws IOException {
    return new ManifestObject(
        new ObjectKey("", "File", "", path), "", path, node(content.replace('\'', '"')));
  }

  private static ManifestNode.Mapping node(String json) {
    try {
      return StateReader.read(Optional.of(json)).orElseThrow();
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String state(String kind, String name, String rest) {
    return "{'apiVersion':'v1','kind':'%s','metadata':{'name':'%s'},%s}"
        .formatted(kind, name, rest)
        .replace('\'', '"');
  }

  private static ManagedResource managed(String kind, String name, String target, String live) {
    return managed(kind, name, "shop", target, live);
  }

  private static ManagedResource missing(String kind, String name, String target) {
    return resource(kind, name, "shop", state(kind, name, target), "null");
  }

  private static ManagedResource superfluous(String kind, String name, String live) {
    return resource(kind, name, "shop", "null", state(kind, name, live));
  }

  private static ManagedResource managed(
      String kind, String name, String namespace, String target, String live) {
    return resource(kind, name, namespace, state(kind, name, target), state(kind, name, live));
  }

  private static ManagedResource resource(
      String kind, String name, String namespace, String target, String live) {
    return new ManagedResource(
        "",
        kind,
        namespace,
        name,
        Optional.of(target),
        Optional.of(live),
        Optional.empty(),
        Optional.of(target),
        Optional.empty(),
        false,
        false);
  }
}
