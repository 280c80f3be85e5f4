package dev.gatehouse.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.application.ArgoApplication.Sync;
import dev.gatehouse.argo.live.SourceMatch;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.http.Json;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.SyncOutcome.Later;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.Target;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Point i: what another project, repository or folder shows is never about the target. */
class ReadsTargetTest {
  private static final String BRANCH = "main";

  /** Spoils our source before anything is asked for; nothing else is wrong with the application. */
  private static Stream<DynamicTest> never(String named, Consumer<LiveScene> spoil) {
    return Ways.all(
        scene -> {
          spoil.accept(scene.deployed());
          Reason live = scene.waits("i");
          assertThat(live.code()).hasToString("argo-no-source");
          assertThat(live.what()).contains(named);
          long writes = writes(scene);
          Target target = scene.written().target();
          Later held = scene.argo.process().syncer().hold(target, scene.argo.now()).orElseThrow();
          assertThat(held.reason().what()).isEqualTo(live.what());
          if (scene.way.sync() != Sync.AUTOMATIC) {
            assertThat(((Later) scene.sync()).reason().what()).isEqualTo(live.what());
          }
          assertThat(writes(scene)).isEqualTo(writes);
        });
  }

  private static long writes(LiveScene scene) {
    return scene.argo.requests("POST") + scene.argo.requests("PATCH");
  }

  private static Consumer<LiveScene> source(String field, String value) {
    return scene ->
        scene.edit(
            json -> {
              String at = scene.way.several() ? "/spec/sources/1" : "/spec/source";
              ((ObjectNode) json.at(at)).put(field, value);
              String compared = "/status/sync/comparedTo/source";
              String also = scene.way.several() ? compared + "s/1" : compared;
              ((ObjectNode) json.at(also)).put(field, value);
            });
  }

  @TestFactory
  Stream<DynamicTest> anApplicationOfAnotherFolderNeverCountsAsLiveNorIsWrittenFor() {
    return never("folder apps/us-1, not apps", source("path", "apps/us-1"));
  }

  @TestFactory
  Stream<DynamicTest> anApplicationOfAnotherRepositoryNeverCountsAsLiveNorIsWrittenFor() {
    return never("repository", source("repoURL", "https://git.example.com/fork/deploy.git"));
  }

  /** A server that reads the project of the request answers as if there were none. */
  @Test
  void anApplicationOfAnotherProjectDiffersByItsProject() throws Exception {
    Target target = ArgoFixture.target(ArgoApplication.of("shop", "payments", Sync.REQUESTED));
    assertThat(
            match(one("deploy.git", "apps", BRANCH, ""), target).difference().orElseThrow().what())
        .isEqualTo("The application belongs to project 'default', not to 'payments'.");
  }

  @ParameterizedTest
  @CsvSource({
    "https://git.example.com/Org/Deploy, git@git.example.com:org/deploy.git",
    "https://GIT.example.com:8443/org/deploy.git/, ssh://git@git.example.com:2222/org/deploy",
    "https://bot:secret@git.example.com/org/deploy, git.example.com:/org/deploy.git",
    "ssh://git@ssh.github.com:443/org/deploy.git, https://github.com/org/deploy",
    "git@ssh.dev.azure.com:v3/org/team/deploy, https://org@dev.azure.com/org/team/_git/deploy",
    "file:///srv/deploy.git, /srv/deploy"
  })
  void twoFormsOfOneAddressAreOneRepository(String read, String written) throws Exception {
    assertThat(match(address(read), at(written, "apps")).difference()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://git.example.com/fork/deploy, https://git.example.com/org/deploy",
    "https://mirror.example.com/org/deploy, https://git.example.com/org/deploy",
    "git@git.example.com:2222/deploy, git@git.example.com:deploy",
    "https://git.example.com/org/deploy-old, https://git.example.com/org/deploy"
  })
  void anotherHostOwnerOrNameIsAnotherRepository(String read, String written) throws Exception {
    assertThat(match(address(read), at(written, "apps")).difference().orElseThrow().what())
        .contains(read, "not " + written);
  }

  @Test
  void aPasswordInTheAddressIsNotShown() throws Exception {
    SourceMatch match =
        match(address("https://bot:secret@git.example.com/a"), at("https://git.example.com/b", ""));
    assertThat(match.difference().orElseThrow().what()).doesNotContain("secret", "bot");
  }

  @ParameterizedTest
  @CsvSource({
    "./apps/eu/, apps/eu, ''",
    "apps//x/../eu, apps/eu, ''",
    "., '', ''",
    "apps, apps/eu, ',\"directory\":{\"recurse\":true}'",
    "charts/web, apps/eu, ',\"helm\":{\"valueFiles\":[\"../../apps/eu/values.yaml\"]}'",
    "charts/web, apps/eu, ',\"helm\":{\"valueFiles\":[\"/apps/eu/values.yaml\"]}'",
    "charts/web, apps/eu, ',\"helm\":{\"fileParameters\":[{\"name\":\"a\",\"path\":\"/apps/eu/a\"}]}'",
    "overlays/x, apps/eu, ',\"kustomize\":{\"components\":[\"../../apps/eu\"]}'"
  })
  void aFolderThatTheApplicationReadsInAnotherWayIsTheTargets(
      String path, String folder, String rest) throws Exception {
    String deploy = "https://git.example.com/deploy.git";
    assertThat(match(one("deploy.git", path, BRANCH, rest), at(deploy, folder)).index()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"apps", "apps/eu/sub", "apps/eu-1", "eu", "."})
  void aFolderAboveBelowOrBesideIsAnotherFolder(String path) throws Exception {
    String deploy = "https://git.example.com/deploy.git";
    SourceMatch match = match(one("deploy.git", path, BRANCH, ""), at(deploy, "apps/eu"));
    assertThat(match.index()).isNegative();
    assertThat(match.difference().orElseThrow().what())
        .endsWith("folder " + path + ", not apps/eu.");
  }

  @Test
  void aBaseThatTheAnnotationNamesIsRead() throws Exception {
    String app = one("deploy.git", "overlays/eu", BRANCH, "");
    String annotation = "\"annotations\":{\"argocd.argoproj.io/manifest-generate-paths\":\".;%s\"}";
    Target target = at("https://git.example.com/deploy.git", "base");
    for (String named : new String[] {"/base", "../../base"}) {
      assertThat(match(annotated(app, annotation.formatted(named)), target).index()).isZero();
    }
    assertThat(match(annotated(app, annotation.formatted("/")), target).index()).isNegative();
  }

  private static String annotated(String application, String annotation) {
    return application.replace("\"name\":\"shop\"", "\"name\":\"shop\"," + annotation);
  }

  private static String address(String url) {
    return one(url, "apps", BRANCH, "");
  }

  private static String one(String url, String path, String revision, String rest) {
    String full = url.equals("deploy.git") ? "https://git.example.com/deploy.git" : url;
    return """
        {"metadata":{"name":"shop"},"spec":{"project":"default","source":
        {"repoURL":"%s","path":"%s","targetRevision":"%s"%s}}}"""
        .formatted(full, path, revision, rest);
  }

  private static SourceMatch match(String json, Target target) throws Exception {
    return SourceMatch.of(Json.mapper(50).readValue(json, Application.class), target);
  }

  private static Target at(String url, String folder) {
    Target target = ArgoFixture.target(Sync.REQUESTED);
    return new Target(
        target.name(),
        target.shard(),
        new Repository("deploy", url, BRANCH),
        folder,
        target.updates(),
        0,
        target.tenants(),
        target.controlPlane());
  }
}
