package dev.gatehouse.git.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestNode.ScalarType;
import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.change.UnreadableFile;
import dev.gatehouse.git.tree.TreeChange;
import dev.gatehouse.git.tree.TreeChange.PutText;
import dev.gatehouse.git.tree.TreePath;
import dev.gatehouse.git.tree.TreeRewriter;
import dev.gatehouse.git.tree.TreeView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Test;

class ManifestReaderTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - {name: web, image: "img:v0"}
      """;
  private final InMemoryRepository repository =
      new InMemoryRepository(new DfsRepositoryDescription("t"));
  private final ObjectInserter inserter = repository.newObjectInserter();

  @Test
  void anOverlayThatLosesATenantShowsTheObjectsThatVanish() throws Exception {
    String[] files = {
      "base/pod.yaml",
      POD,
      "base/kustomization.yaml",
      "resources: [pod.yaml]\n",
      "tenant-a/kustomization.yaml",
      "namespace: a\nresources:\n- ns.yaml\n- quota.yaml\n",
      "tenant-a/ns.yaml",
      "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n",
      "tenant-a/quota.yaml",
      "apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: q}\n",
    };
    ManifestDiff diff =
        diff(
            with(files, "prod/kustomization.yaml", "resources:\n- ../base\n- ../tenant-a\n"),
            with(files, "prod/kustomization.yaml", "resources:\n- ../base\n"),
            "prod");
    assertThat(diff.removed())
        .extracting(c -> c.key().label())
        .contains("Namespace a", "ResourceQuota a/q");
    assertThat(diff.unreadable()).isEmpty();
  }

  @Test
  void aFolderNamedTemplatesHidesNoObjectThatIsDeleted() throws Exception {
    String crd =
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: things.example.org}
        """;
    String pvc = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\n";
    for (String folder : List.of("apps/templates/prod", "apps/plain/prod", "templates")) {
      ManifestDiff diff =
          diff(
              tree(folder + "/crd.yaml", crd, folder + "/pvc.yaml", pvc, folder + "/pod.yaml", POD),
              tree(folder + "/pod.yaml", POD),
              folder);
      assertThat(diff.removed())
          .as(folder)
          .extracting(c -> c.key().kind())
          .containsExactlyInAnyOrder("CustomResourceDefinition", "PersistentVolumeClaim");
    }
    assertThat(
            read(tree("apps/templates/prod/a.yaml", "{{ if x }}\na: 1\n{{ end }}\n"), "apps")
                .unreadable())
        .extracting(Rendering.Gap::file)
        .containsExactly("apps/templates/prod/a.yaml");
  }

  @Test
  void belowAChartOnlyWhatDoesNotParseAsYamlIsOpaque() throws Exception {
    String[] chart = {
      "c/Chart.yaml", "name: c\nversion: 1.0.0\n",
      "c/templates/plain.yaml", POD,
      "c/templates/made.yaml", "{{- if .Values.on }}\nkind: Pod\n{{- end }}\n",
      "c/templates/_names.tpl", "{{ define \"n\" }}n{{ end }}\n",
    };
    for (String folder : List.of("c", "c/templates")) {
      Rendering rendering = read(tree(chart), folder);
      assertThat(rendering.unreadable()).as(folder).isEmpty();
      assertThat(rendering.objects())
          .as(folder)
          .extracting(o -> o.key().label())
          .contains("Pod web", "File c/templates/made.yaml", "File c/templates/_names.tpl");
    }
    assertThat(
            diff(tree(chart), with(chart, "c/templates/made.yaml", "{{ x }}: {{ y }}\n"), "c")
                .changes())
        .extracting(c -> c.key().label())
        .containsExactly("File c/templates/made.yaml");
  }

  @Test
  void kustomizationsThatListEachOtherManyTimesAreReadOnce() throws Exception {
    ManifestDiff diff = diff(lattice("v1", ""), lattice("v2", ""), "k0");
    assertThat(diff.changes()).hasSize(1);
    assertThat(diff.unreadable()).isEmpty();
  }

  @Test
  void moreObjectsThanTheLimitAreSaidAndNeverRendered() throws Exception {
    ManifestDiff diff =
        diff(lattice("v1", "namePrefix: x-\n"), lattice("v2", "namePrefix: x-\n"), "k0");
    assertThat(diff.unreadable())
        .extracting(UnreadableFile::why)
        .anySatisfy(why -> assertThat(why).contains("collect more objects than the limit"));
  }

  /** Thirty kustomizations of which each lists all later ones, and the last one a pod. */
  private ObjectId lattice(String tag, String more) throws Exception {
    List<String> files = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String later =
          IntStream.range(i + 1, 30).mapToObj(j -> "../k" + j).collect(Collectors.joining(", "));
      files.add("k" + i + "/kustomization.yaml");
      files.add(more + "resources: [" + (i == 29 ? "pod.yaml" : later) + "]\n");
    }
    files.add("k29/pod.yaml");
    files.add(POD.replace("v0", tag));
    return tree(files.toArray(String[]::new));
  }

  @Test
  void namespaceAndImagesAreApplied() throws Exception {
    ManifestDiff diff =
        diff(
            tree(
                "p/pod.yaml",
                POD,
                "p/kustomization.yaml",
                "namespace: n\nresources: [pod.yaml]\nimages:\n- name: img\n  newTag: v1\n"),
            tree(
                "p/pod.yaml",
                POD,
                "p/kustomization.yaml",
                """
                namespace: n
                resources: [pod.yaml]
                images:
                - name: img
                  newName: other/img
                  digest: sha256:ab
                """),
            "p");
    ObjectChange pod =
        diff.changes().stream().filter(c -> c.key().kind().equals("Pod")).findFirst().orElseThrow();
    assertThat(pod.key().label()).isEqualTo("Pod n/web");
    assertThat(pod.fields().get(0).path()).isEqualTo("spec.containers[web].image");
    assertThat(pod.fields().get(0).before().orElseThrow().text()).isEqualTo("img:v1");
    assertThat(pod.fields().get(0).after().orElseThrow().text()).isEqualTo("other/img@sha256:ab");
  }

  @Test
  void remoteRefsPatchesAndValuesShowAsChanges() throws Exception {
    ManifestDiff diff =
        diff(
            tree(
                "p/kustomization.yaml",
                "resources: ['https://h/r//x?ref=1']\npatches: [{path: p.yaml}]\n",
                "p/p.yaml",
                """
                kind: StatefulSet
                apiVersion: apps/v1
                metadata: {name: db}
                spec: {replicas: 1}
                """),
            tree(
                "p/kustomization.yaml",
                "resources: ['https://h/r//x?ref=2']\npatches: [{path: p.yaml}]\n",
                "p/p.yaml",
                """
                kind: StatefulSet
                apiVersion: apps/v1
                metadata: {name: db}
                spec: {replicas: 2}
                """),
            "p");
    assertThat(diff.changes())
        .extracting(c -> c.key().kind())
        .containsExactlyInAnyOrder("File", "StatefulSet");
  }

  @Test
  void scalarsAreTypedAsKubernetesTypesThem() throws Exception {
    Rendering rendering =
        read(
            tree(
                "p/c.yaml",
                """
                kind: C
                metadata: {name: c}
                a: on
                b: "on"
                c: 0x10
                d: 010
                e: ~
                f: 1.5
                g: y
                h: &x v
                i: *x
                j: {<<: &m {k: 1, l: 2}, k: 3}
                """),
            "p");
    var content = rendering.objects().get(0).content();
    assertThat(content.at("a").orElseThrow())
        .extracting("text", "type")
        .containsExactly("true", ScalarType.BOOLEAN);
    assertThat(content.at("b").orElseThrow())
        .extracting("text", "type")
        .containsExactly("on", ScalarType.STRING);
    assertThat(content.textAt("c")).contains("16");
    assertThat(content.textAt("d")).contains("8");
    assertThat(content.at("e").orElseThrow()).extracting("type").isEqualTo(ScalarType.NULL);
    assertThat(content.at("g").orElseThrow()).extracting("type").isEqualTo(ScalarType.STRING);
    assertThat(content.textAt("i")).contains("v");
    assertThat(content.textAt("j", "k")).contains("3");
    assertThat(content.textAt("j", "l")).contains("2");
  }

  @Test
  void whatCannotBeReadIsReportedUnlessItIsAsUnreadableAsBefore() throws Exception {
    String good = "kind: C\nmetadata: {name: c}\n";
    for (String bad :
        List.of("a: 1\na: 2\n", "a: !evil x\n", "a: [\n", "[".repeat(500), bomb(), "\u0000")) {
      assertThat(diff(tree("p/a.yaml", good), tree("p/a.yaml", bad), "p").unreadable())
          .as(bad.substring(0, Math.min(20, bad.length())))
          .extracting(UnreadableFile::file)
          .containsExactly("p/a.yaml");
      assertThat(
              diff(tree("p/a.yaml", bad, "p/b.yaml", good), tree("p/a.yaml", bad), "p")
                  .unreadable())
          .isEmpty();
    }
  }

  @Test
  void missingReferencesLoopsAndClimbsAreReported() throws Exception {
    assertThat(read(tree("p/kustomization.yaml", "resources: [gone.yaml]\n"), "p").unreadable())
        .hasSize(1);
    assertThat(read(tree("p/kustomization.yaml", "resources: [../../../etc]\n"), "p").unreadable())
        .hasSize(1);
    assertThat(
            read(
                    tree(
                        "p/kustomization.yaml",
                        "resources: [../q]\n",
                        "q/kustomization.yaml",
                        "resources: [../p]\n"),
                    "p")
                .unreadable())
        .hasSize(1);
    assertThat(read(tree("q/x.yaml", "a: 1\n"), "p")).isEqualTo(Rendering.NOTHING);
  }

  private static String bomb() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 9; i++) {
      bomb.append(
          "a%d: &a%d [*a%d,*a%d,*a%d,*a%d,*a%d,*a%d]\n"
              .formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1));
    }
    return bomb.toString();
  }

  private ManifestDiff diff(ObjectId before, ObjectId after, String folder) throws Exception {
    return new ManifestReader().diff(view(before), view(after), TreePath.parse(folder));
  }

  private Rendering read(ObjectId tree, String folder) throws Exception {
    return new ManifestReader().read(view(tree), TreePath.parse(folder));
  }

  private TreeView view(ObjectId root) {
    return TreeView.of(inserter.newReader(), root);
  }

  private ObjectId with(String[] files, String... more) throws Exception {
    List<String> all = new ArrayList<>(List.of(files));
    all.addAll(List.of(more));
    return tree(all.toArray(String[]::new));
  }

  private ObjectId tree(String... files) throws Exception {
    List<TreeChange> changes = new ArrayList<>();
    for (int i = 0; i < files.length; i += 2) {
      changes.add(new PutText(TreePath.parse(files[i]), files[i + 1]));
    }
    ObjectId empty = inserter.insert(new TreeFormatter());
    ObjectId root = new TreeRewriter(view(empty), inserter).rewrite(changes);
    inserter.flush();
    return root;
  }
}
