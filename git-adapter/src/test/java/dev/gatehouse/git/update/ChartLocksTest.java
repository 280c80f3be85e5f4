package dev.gatehouse.git.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Change;
import dev.gatehouse.git.edit.FileEditor;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.git.tree.TreeChange;
import dev.gatehouse.git.tree.TreeChange.PutText;
import dev.gatehouse.git.tree.TreePath;
import dev.gatehouse.git.tree.TreeRewriter;
import dev.gatehouse.git.tree.TreeView;
import dev.gatehouse.git.yaml.YamlReader;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.EditPreview.Edit;
import dev.gatehouse.stage.Update;
import dev.gatehouse.stage.ValueFrom;
import dev.gatehouse.stage.ValueFrom.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Test;

class ChartLocksTest {
  /** As Helm wrote it for argo-cd 7.6.1 in a public repository. */
  private static final String LOCK =
      """
      dependencies:
      - name: argo-cd
        repository: https://argoproj.github.io/argo-helm
        version: 7.6.1
      digest: sha256:eda6ea20b3c7e49fcabe99e345b159a864d298a55c34400677bffcd36fffe50f
      generated: "2024-09-24T00:17:21.166878-04:00"
      """;

  private static final String CHART =
      """
      apiVersion: v2
      name: argo
      version: 0.1.0
      dependencies:
      - repository: https://argoproj.github.io/argo-helm
        name: argo-cd
        version: 7.6.1
      """;
  private static final String NEXT =
      "sha256:a0522ab100a6705243de02885020828aa44cc8c82b6204b05384af46d1f25338";
  private static final Update CHART_UPDATE =
      new Update.HelmChart("c/Chart.yaml", Optional.of("argo-cd"), ValueFrom.only(Part.TAG));
  private static final Update PATH_UPDATE =
      new Update.YamlValue("c/Chart.yaml", "dependencies[0].version", ValueFrom.only(Part.TAG));
  private final InMemoryRepository repository =
      new InMemoryRepository(new DfsRepositoryDescription("t"));
  private final ObjectInserter inserter = repository.newObjectInserter();

  @Test
  void theDigestIsTheOneOfHelm() throws Exception {
    TreePath file = TreePath.parse("Chart.yaml");
    String text =
        "dependencies:\n- {name: alpine, version: 0.1.0, repository: \"http://localhost:8879/charts\"}\n";
    var listed = ChartDependency.listed(text, file, YamlReader.withDefaults());
    assertThat(ChartDependency.digest(listed, listed))
        .isEqualTo("sha256:fb239e836325c5fa14b29d1540a13b7d3ba13151b67fe719f820e0ef6d66aaaf");
  }

  @Test
  void everyFieldIsWrittenAsGoWritesIt() throws Exception {
    String text =
        """
        dependencies:
        - name: a
          version: '>=1.0 <2 & x'
          condition: a.on
          tags: [t]
          enabled: true
          import-values: [data, {parent: p, child: c}]
          alias: b
        """;
    var listed =
        ChartDependency.listed(text, TreePath.parse("Chart.yaml"), YamlReader.withDefaults());
    assertThat(listed.get(0).fields())
        .containsEntry("version", "\"\\u003e=1.0 \\u003c2 \\u0026 x\"")
        .containsEntry("repository", "\"\"")
        .containsEntry("import-values", "[\"data\",{\"child\":\"c\",\"parent\":\"p\"}]");
  }

  @Test
  void theLockMovesWithTheDependency() throws Exception {
    for (Update update : List.of(CHART_UPDATE, PATH_UPDATE)) {
      assertThat(edits(update, "7.6.2", "c/Chart.yaml", CHART, "c/Chart.lock", LOCK))
          .as(update.kind().name())
          .containsExactly(
              new Edit("c/Chart.yaml", "dependencies[0].version", "7.6.1", "7.6.2"),
              new Edit("c/Chart.lock", "dependencies[0].version", "7.6.1", "7.6.2"),
              new Edit(
                  "c/Chart.lock",
                  "digest",
                  "sha256:eda6ea20b3c7e49fcabe99e345b159a864d298a55c34400677bffcd36fffe50f",
                  NEXT));
    }
    assertThat(edits(CHART_UPDATE, "7.6.2", "c/Chart.yaml", CHART)).hasSize(1);
    assertThat(edits(CHART_UPDATE, "7.6.1", "c/Chart.yaml", CHART, "c/Chart.lock", LOCK)).isEmpty();
  }

  @Test
  void aLockThatCannotBeComputedIsRefused() {
    for (String version : List.of("7.6", "7.6.x")) {
      assertThat(refused(version, "c/Chart.yaml", CHART, "c/Chart.lock", LOCK).next())
          .contains("1.2.3");
    }
    String stale = LOCK.replace("7.6.1", "7.6.0");
    assertThat(refused("7.6.2", "c/Chart.yaml", CHART, "c/Chart.lock", stale).next())
        .contains("helm dependency update");
    String local = CHART.replace("https://argoproj.github.io/argo-helm", "file://../argo-cd");
    assertThat(refused("7.6.2", "c/Chart.yaml", local, "c/Chart.lock", relock(local)).what())
        .contains("in this repository");
    String pinned = LOCK.replace("version: 7.6.1", "version: 7.6.1\n  digest: sha256:ab");
    assertThat(refused("7.6.2", "c/Chart.yaml", CHART, "c/Chart.lock", pinned).what())
        .contains("archive");
    String odd = CHART + "  condition: 1.10\n";
    assertThat(refused("7.6.2", "c/Chart.yaml", odd, "c/Chart.lock", LOCK).where())
        .isEqualTo("c/Chart.yaml:8");
  }

  @Test
  void aVendoredCopyOfTheDependencyIsRefused() {
    String[] copies = {"c/charts/argo-cd-7.6.1.tgz", "c/charts/argo-cd/Chart.yaml"};
    for (String copy : copies) {
      Reason reason = refused("7.6.2", "c/Chart.yaml", CHART, copy, "x");
      assertThat(reason.code()).isEqualTo(GitReasons.CHART_LOCK);
      assertThat(reason.where()).startsWith("c/charts/argo-cd");
    }
    assertThat(refused("7.6.2", "c/Chart.yaml", CHART, "c/Chart.lock", LOCK, copies[0], "x").code())
        .isEqualTo(GitReasons.CHART_LOCK);
  }

  @Test
  void aCopyOfAnotherChartIsNoObstacle() throws Exception {
    String[] files = {"c/Chart.yaml", CHART, "c/charts/argo-cd-apps-1.0.0.tgz", "x"};
    assertThat(edits(CHART_UPDATE, "7.6.2", files)).hasSize(1);
  }

  /** A lock that fits, so that only what the test is about is refused. */
  private static String relock(String chart) {
    try {
      TreePath file = TreePath.parse("Chart.yaml");
      var listed = ChartDependency.listed(chart, file, YamlReader.withDefaults());
      return "dependencies:\n- name: argo-cd\n  repository: file://../argo-cd\n  version: 7.6.1\ndigest: "
          + ChartDependency.digest(listed, listed)
          + "\n";
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Reason refused(String version, String... files) {
    List<Reason> reasons = new ArrayList<>();
    assertThatThrownBy(() -> edits(CHART_UPDATE, version, files))
        .isInstanceOfSatisfying(RefusedException.class, e -> reasons.add(e.reason()));
    return reasons.get(0);
  }

  private List<Edit> edits(Update update, String version, String... files) throws Exception {
    Artifact chart = new Artifact("argo-cd", Optional.of(version), Optional.empty());
    Change change =
        new Change(new ApplicationName("shop"), List.of(chart), Optional.empty(), List.of(), "t");
    try (TargetEditor editor = new TargetEditor(inserter, tree(files), FileEditor.withDefaults())) {
      return editor.apply(change, List.of(update)).edits();
    }
  }

  private ObjectId tree(String... files) throws Exception {
    List<TreeChange> changes = new ArrayList<>();
    for (int i = 0; i < files.length; i += 2) {
      changes.add(new PutText(TreePath.parse(files[i]), files[i + 1]));
    }
    ObjectId empty = inserter.insert(new TreeFormatter());
    inserter.flush();
    TreeView view = TreeView.of(inserter.newReader(), empty);
    ObjectId root = new TreeRewriter(view, inserter).rewrite(changes);
    inserter.flush();
    return root;
  }
}
