package dev.gatehouse.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.Change;
import dev.gatehouse.git.remote.TransportPush;
import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.spi.WriteRequest;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.Update;
import dev.gatehouse.stage.ValueFrom;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan seals, and what others may change meanwhile. */
class SealedObjectsTest {
  private static final String VALUES =
      "# shop\nreplicas: 2\nimage:\n  repository: img\n  tag: v1\n  entrypoint: run\nsidecar:\n  image: ghcr.io/acme/log:1\n";
  private static final String PROD = "web:\n  tag: v1\n";
  private static final String KUSTOMIZATION =
      "resources:\n- https://github.com/acme/shop//deploy?ref=v1\nimages:\n- name: img\n  newTag: v1\n- name: other\n  newTag: v1\n";
  private static final ValueFrom TAG = ValueFrom.only(ValueFrom.Part.TAG);
  @TempDir Path folder;
  private RemoteFixture remote;
  private final SharedStore store = new SharedStore();

  @BeforeEach
  void startRemote() throws IOException {
    remote = new RemoteFixture(folder);
    remote.write("apps/h/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
    remote.write("apps/h/values.yaml", VALUES);
    remote.write("apps/h/values-prod.yaml", PROD);
    remote.write("apps/r/kustomization.yaml", KUSTOMIZATION);
    remote.write("apps/notes.txt", "no folder below\n");
    remote.push("More");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          h/values.yaml        | image.tag         | h/values.yaml        | 'entrypoint: run'   | 'entrypoint: miner'
          h/values-prod.yaml   | web.tag           | h/values.yaml        | 'repository: img'   | 'repository: evil.example/rootkit'
          h/values-prod.yaml   | web.tag           | h/values.yaml        | ghcr.io/acme/log:1  | evil.example/log:1
          r/kustomization.yaml | images[0].newTag  | r/kustomization.yaml | '- name: img'       | '- newName: evil.example/img/n  name: img'
          r/kustomization.yaml | images[0].newTag  | r/kustomization.yaml | github.com/acme     | github.com/evil
          a/kustomization.yaml | images[0].newTag  | a/kustomization.yaml | '- name: img'       | '- newName: evil.example/img/n  name: img'
          a/kustomization.yaml | images[0].newTag  | a/deployment.yaml    | 'name: web'         | 'command: [sh]/n        name: web'
          """)
  void whatChangesTheImageOrTheTouchedObjectIsADriftAndIsNotWritten(
      String edited, String path, String touched, String old, String now) throws IOException {
    WriteRequest request = request(target(edited, path));
    change("apps/" + touched, old, now.replace("/n", "\n"));

    WriteOutcome outcome = writer().write(request);

    assertThat(outcome).isInstanceOf(WriteOutcome.Drifted.class);
    assertThat(((WriteOutcome.Drifted) outcome).reason().what())
        .contains("The edit is the planned one, but what it becomes part of has changed");
    assertThat(remote.log("%B")).doesNotContain("Gatehouse-Promotion");
    assertThat(request(target(edited, path)).expectedDigest())
        .isNotEqualTo(request.expectedDigest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          h/values.yaml        | image.tag         | h/values.yaml        | '# shop'            | '# the shop'
          h/values.yaml        | image.tag         | h/values.yaml        | 'replicas: 2'       | 'replicas: 3'
          h/values.yaml        | image.tag         | h/values.yaml        | ghcr.io/acme/log:1  | ghcr.io/acme/log:2
          r/kustomization.yaml | images[0].newTag  | r/kustomization.yaml | '?ref=v1'           | '?ref=v2'
          r/kustomization.yaml | images[0].newTag  | r/kustomization.yaml | 'name: other/n  newTag: v1' | 'name: other/n  newTag: v2'
          a/kustomization.yaml | images[0].newTag  | a/deployment.yaml    | 'apiVersion'        | '# ours/napiVersion'
          a/kustomization.yaml | images[0].newTag  | b/deployment.yaml    | 'name: web'         | 'command: [sh]/n        name: web'
          """)
  void whatOthersDoToOtherPlacesDoesNotDisturbAnApprovedPlan(
      String edited, String path, String touched, String old, String now) throws IOException {
    WriteRequest request = request(target(edited, path));
    change("apps/" + touched, old.replace("/n", "\n"), now.replace("/n", "\n"));

    assertThat(writer().write(request)).isInstanceOf(WriteOutcome.Written.class);
  }

  @Test
  void anotherRepositoryBesideTheApprovedTagIsNotWritten() throws IOException {
    WriteRequest request = request(target("h/values.yaml", "image.tag"));
    change("apps/h/values.yaml", "repository: img", "repository: evil.example/rootkit");

    assertThat(writer().write(request)).isNotInstanceOf(WriteOutcome.Written.class);
    assertThat(remote.log("%B")).doesNotContain("Gatehouse-Promotion");
  }

  @ParameterizedTest
  @CsvSource({
    "app/a, Did you mean 'apps/a'?",
    "app/zz, Did you mean 'apps'?",
    "apps/aa, Did you mean 'apps/a'?",
    "apps/notes.txt/a, Folder apps has the folders: a",
    "zzzzzz, 'The repository has the folders: apps.'"
  })
  void aFolderThatIsNotInTheRepositoryIsRefusedWithTheOneThatWasMeant(String wrong, String next) {
    Update image = new Update.KustomizeImage("apps/a/kustomization.yaml", "img", TAG, false);
    EditPreview preview =
        writer().preview(RemoteFixture.change("v2"), remote.target("t", wrong, List.of(image)));

    Reason reason = ((EditPreview.Refused) preview).reason();
    assertThat(reason.code().value()).isEqualTo("git-folder-not-found");
    assertThat(reason.what()).contains("'" + wrong + "'");
    assertThat(reason.where()).contains("target t");
    assertThat(reason.next()).contains(next);
  }

  @Test
  void aFolderThatTheEditItselfMakesIsNotRefused() {
    Update copy = new Update.DirectorySnapshot("apps/a", "apps/new");
    EditPreview preview =
        writer().preview(RemoteFixture.change("v2"), remote.target("t", "apps/new", List.of(copy)));

    assertThat(((EditPreview.Computed) preview).diff().changes()).isNotEmpty();
  }

  @Test
  void anUpdateOutsideTheFolderIsUnreadableInThePreview() {
    Update image = new Update.KustomizeImage("apps/a/kustomization.yaml", "img", TAG, false);
    EditPreview preview =
        writer().preview(RemoteFixture.change("v2"), remote.target("t", "apps/b", List.of(image)));

    assertThat(((EditPreview.Computed) preview).diff().unreadable())
        .extracting(file -> file.file())
        .containsExactly("apps/a/kustomization.yaml");
  }

  private void change(String path, String old, String now) throws IOException {
    remote.pull();
    String text = remote.show(path);
    assertThat(text).contains(old);
    remote.write(path, text.replace(old, now));
    remote.push("Somebody else: " + path);
  }

  private Target target(String file, String path) {
    String where = "apps/" + file.substring(0, file.indexOf('/'));
    Update update =
        file.endsWith("kustomization.yaml")
            ? new Update.KustomizeImage("apps/" + file, "img", TAG, false)
            : new Update.YamlValue("apps/" + file, path, TAG);
    return remote.target("t", where, List.of(update));
  }

  private WriteRequest request(Target target) {
    Change change = RemoteFixture.change("v2");
    EditPreview.Computed preview = (EditPreview.Computed) writer().preview(change, target);
    return new WriteRequest(
        new PromotionId("p-1"),
        new StageName("prod"),
        new PlanHash("ab".repeat(32)),
        change,
        target,
        preview.digest(),
        Instant.parse("2026-11-22T10:00:00Z"));
  }

  private GitDesiredStateWriter writer() {
    return new GitDesiredStateWriter(
        GitSettings.anonymous(remote.caches()), store.as("me", Steps.NONE), new TransportPush());
  }
}
