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
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.EditPreview.Edit;
import dev.gatehouse.stage.Mirror;
import dev.gatehouse.stage.Update;
import dev.gatehouse.stage.ValueFrom;
import dev.gatehouse.stage.ValueFrom.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Test;

class TargetEditorTest {
  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);
  private static final String KUSTOMIZATION =
      "images:\n- name: ghcr.io/acme/web\n  newTag: v1\n- name: ghcr.io/acme/api\n  newTag: v1\n";
  private static final List<Update> WEB_AND_API =
      List.of(image("ghcr.io/acme/web"), image("ghcr.io/acme/api"));
  private final InMemoryRepository repository =
      new InMemoryRepository(new DfsRepositoryDescription("t"));
  private final ObjectInserter inserter = repository.newObjectInserter();

  @Test
  void anUpdateWritesTheArtifactOfItsImageAndIsLeftAloneWithoutOne() throws Exception {
    assertThat(
            edits(
                WEB_AND_API, "k.yaml", KUSTOMIZATION, "ghcr.io/acme/web:v2", "ghcr.io/acme/api:v3"))
        .containsExactly(
            new Edit("k.yaml", "images[0].newTag", "v1", "v2"),
            new Edit("k.yaml", "images[1].newTag", "v1", "v3"));
    assertThat(edits(WEB_AND_API, "k.yaml", KUSTOMIZATION, "ghcr.io/acme/api:v3"))
        .containsExactly(new Edit("k.yaml", "images[1].newTag", "v1", "v3"));
    List<Update> named =
        List.of(
            new Update.YamlValue(
                "v.yaml", "api.tag", new ValueFrom(Part.TAG, Optional.of("ghcr.io/acme/api"))));
    String values = "web: {repository: ghcr.io/acme/web, tag: v1}\napi: {tag: v1}\n";
    assertThat(edits(List.of(named.get(0)), "v.yaml", values, "ghcr.io/acme/api:v3")).hasSize(1);
    List<Update> both = List.of(value("v.yaml", "web.tag", ValueFrom.only(Part.TAG)), named.get(0));
    assertThat(edits(both, "v.yaml", values, "ghcr.io/acme/web:v2"))
        .containsExactly(new Edit("v.yaml", "web.tag", "v1", "v2"));
  }

  @Test
  void aChangeThatNoUpdateOfTheTargetWritesIsRefusedWithoutWrongAdvice() {
    Reason reason = refused(WEB_AND_API, "k.yaml", KUSTOMIZATION, "evil.example/web:v2");
    assertThat(reason.code()).isEqualTo(GitReasons.OTHER_IMAGE);
    assertThat(reason.what()).contains("ghcr.io/acme/web", "evil.example/web");
    assertThat(reason.next()).contains("mirrors").doesNotContain("artifact: evil");
  }

  @Test
  void aChartTakesTheArtifactOfItsNameAndNoImage() throws Exception {
    ValueFrom tag = ValueFrom.only(Part.TAG);
    List<Update> updates =
        List.of(
            image("ghcr.io/acme/web"), new Update.HelmChart("k.yaml", Optional.of("redis"), tag));
    String both = KUSTOMIZATION + "helmCharts:\n- name: redis\n  version: 1.0.0\n";
    assertThat(edits(updates, "k.yaml", both, "ghcr.io/acme/web:v2"))
        .containsExactly(new Edit("k.yaml", "images[0].newTag", "v1", "v2"));
    assertThat(edits(updates, "k.yaml", both, "ghcr.io/acme/charts/redis:1.1.0"))
        .containsExactly(new Edit("k.yaml", "helmCharts[0].version", "1.0.0", "1.1.0"));
  }

  @Test
  void aChangeWithoutAnyArtifactSaysHowToBringOne() {
    Reason reason = refused(WEB_AND_API, "k.yaml", KUSTOMIZATION);
    assertThat(reason.code()).isEqualTo(GitReasons.MISSING_PART);
    assertThat(reason.next()).contains("--artifact <name>:<tag>");
  }

  @Test
  void theWholeNameOfAnImageIsComparedAndMirrorsAreDeclared() throws Exception {
    String guestbook = "images:\n- name: ghcr.io/akuity/guestbook\n  newTag: v1\n";
    List<Update> plain = List.of(image("ghcr.io/akuity/guestbook"));
    for (String other :
        List.of("evil.example/guestbook:v2", "ghcr.io/evil/guestbook:v2", "guestbook:v2")) {
      assertThat(refused(plain, "k.yaml", guestbook, other).code())
          .as(other)
          .isEqualTo(GitReasons.OTHER_IMAGE);
    }
    ValueFrom mirrored =
        new ValueFrom(
            Part.TAG,
            Optional.empty(),
            List.of(new Mirror("ghcr.io/akuity", "mirror.example/akuity")),
            false);
    List<Update> declared =
        List.of(new Update.KustomizeImage("k.yaml", "ghcr.io/akuity/guestbook", mirrored, false));
    assertThat(edits(declared, "k.yaml", guestbook, "mirror.example/akuity/guestbook:v2"))
        .hasSize(1);
    assertThat(refused(declared, "k.yaml", guestbook, "mirror.example/akuity2/guestbook:v2").code())
        .isEqualTo(GitReasons.OTHER_IMAGE);
    String renamed = "images:\n- name: WEB\n  newName: ghcr.io/acme/web\n  newTag: v1\n";
    assertThat(edits(List.of(image("WEB")), "k.yaml", renamed, "ghcr.io/acme/web:v2")).hasSize(1);
    String docker = "images:\n- name: nginx\n  newTag: v1\n";
    assertThat(edits(List.of(image("nginx")), "k.yaml", docker, "docker.io/library/nginx:v2"))
        .hasSize(1);
  }

  @Test
  void aValueBesideAnotherImageIsNotWritten() throws Exception {
    String values = "image:\n  repository: gcr.io/google-samples/gb-frontend\n  tag: v1\n";
    List<Update> tag = List.of(value("v.yaml", "image.tag", ValueFrom.only(Part.TAG)));
    assertThat(refused(tag, "v.yaml", values, "ghcr.io/acme/web:v2").code())
        .isEqualTo(GitReasons.OTHER_IMAGE);
    assertThat(edits(tag, "v.yaml", values, "gcr.io/google-samples/gb-frontend:v2")).hasSize(1);
    List<Update> named =
        List.of(
            value("v.yaml", "image.tag", new ValueFrom(Part.TAG, Optional.of("ghcr.io/acme/web"))));
    assertThat(refused(named, "v.yaml", values, "ghcr.io/acme/web:v2").where())
        .isEqualTo("v.yaml at image.tag");
    String split = "image: {registry: ghcr.io, repository: acme/web, tag: v1}\n";
    assertThat(edits(tag, "v.yaml", split, "ghcr.io/acme/web:v2")).hasSize(1);
    assertThat(refused(tag, "v.yaml", split, "evil.example/acme/web:v2").code())
        .isEqualTo(GitReasons.OTHER_IMAGE);
    String pod =
        "containers:\n- name: a\n  image: ghcr.io/acme/web:v1\n- name: b\n  image: ghcr.io/acme/api:v1\n";
    List<Update> references =
        List.of(
            value("v.yaml", "containers[name=a].image", ValueFrom.only(Part.REFERENCE)),
            value("v.yaml", "containers[name=b].image", ValueFrom.only(Part.REFERENCE)));
    assertThat(edits(references, "v.yaml", pod, "ghcr.io/acme/api:v3", "ghcr.io/acme/web:v2"))
        .extracting(Edit::after)
        .containsExactly("ghcr.io/acme/web:v2", "ghcr.io/acme/api:v3");
  }

  @Test
  void tagAndDigestAreWrittenTogether() throws Exception {
    ValueFrom both = ValueFrom.only(Part.TAG_AND_DIGEST);
    String text = "images:\n- name: a\n  newTag: v1\n  digest: sha256:" + "0".repeat(64) + "\n";
    assertThat(
            edits(
                List.of(new Update.KustomizeImage("k.yaml", "a", both, false)),
                "k.yaml",
                text,
                "a:v2@" + DIGEST))
        .extracting(Edit::after)
        .containsExactly("v2", DIGEST);
    assertThat(
            edits(
                List.of(value("v.yaml", "tag", both)), "v.yaml", "tag: v1\n", "a:1.2.3@" + DIGEST))
        .extracting(Edit::after)
        .containsExactly("1.2.3@" + DIGEST);
    assertThat(refused(List.of(value("v.yaml", "tag", both)), "v.yaml", "tag: v1\n", "a:v2").next())
        .contains("a:<tag>@sha256:");
  }

  @Test
  void twoUpdatesOfOnePlaceAreRefusedWhereTheirPathsDiffer() {
    List<Update> updates =
        List.of(
            image("ghcr.io/acme/web"),
            value("k.yaml", "images[0].newTag", ValueFrom.only(Part.REFERENCE)));
    Reason reason = refused(updates, "k.yaml", KUSTOMIZATION, "ghcr.io/acme/web:v2");
    assertThat(reason.what()).contains("Two updates");
    assertThat(reason.where()).isEqualTo("k.yaml at images[0].newTag");
  }

  @Test
  void aMissingValuesFileIsCreatedWhereTheUpdateSaysSo() throws Exception {
    ValueFrom tag = ValueFrom.only(Part.TAG);
    List<Update> adds = List.of(new Update.YamlValue("new/values.yaml", "image.tag", tag, true));
    assertThat(edits(adds, "v.yaml", "x: 1\n", "a:1.10"))
        .containsExactly(new Edit("new/values.yaml", "image.tag", "", "1.10"));
    List<Update> strict = List.of(new Update.YamlValue("new/values.yaml", "image.tag", tag));
    assertThat(refused(strict, "v.yaml", "x: 1\n", "a:1.10").code())
        .isEqualTo(GitReasons.FILE_NOT_FOUND);
  }

  @Test
  void everyPlaceThatSharesAValueIsInThePlan() throws Exception {
    ValueFrom shared = new ValueFrom(Part.TAG, Optional.empty(), List.of(), true);
    assertThat(
            edits(
                List.of(value("v.yaml", "api.tag", shared)),
                "v.yaml",
                "web: {tag: &t v1}\napi: {tag: *t}\n",
                "a:v2"))
        .extracting(Edit::place)
        .containsExactlyInAnyOrder("web.tag", "api.tag");
  }

  private static Update image(String name) {
    return new Update.KustomizeImage("k.yaml", name, ValueFrom.only(Part.TAG), false);
  }

  private static Update value(String file, String path, ValueFrom from) {
    return new Update.YamlValue(file, path, from);
  }

  private Reason refused(List<Update> updates, String file, String text, String... artifacts) {
    List<Reason> reasons = new ArrayList<>();
    assertThatThrownBy(() -> edits(updates, file, text, artifacts))
        .isInstanceOfSatisfying(RefusedException.class, e -> reasons.add(e.reason()));
    return reasons.get(0);
  }

  private List<Edit> edits(List<Update> updates, String file, String text, String... artifacts)
      throws Exception {
    List<Artifact> brought = Stream.of(artifacts).map(Artifact::parse).toList();
    Change change =
        new Change(new ApplicationName("shop"), brought, Optional.empty(), List.of(), "t");
    try (TargetEditor editor =
        new TargetEditor(inserter, tree(file, text), FileEditor.withDefaults())) {
      return editor.apply(change, updates).edits();
    }
  }

  private ObjectId tree(String file, String text) throws Exception {
    List<TreeChange> changes = List.of(new PutText(TreePath.parse(file), text));
    ObjectId empty = inserter.insert(new TreeFormatter());
    inserter.flush();
    TreeView view = TreeView.of(inserter.newReader(), empty);
    ObjectId root = new TreeRewriter(view, inserter).rewrite(changes);
    inserter.flush();
    return root;
  }
}
