package dev.gatehouse.testkit.argo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.testkit.argo.ApplicationSeed.SyncMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalGitTest extends ArgoFixture {
  private static final String URL = "https://git.example.com/real.git";
  private static final String ONE = "/payments?project=default";

  @TempDir Path folder;
  private String first = "";

  @BeforeEach
  void repository() throws Exception {
    git("init", "--quiet", "--initial-branch=main");
    first = commit("apps/payments", "one");
    argo.backedBy(URL, folder);
  }

  private String git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=dana"));
    command.addAll(List.of("-c", "user.email=dana@example.com", "-c", "commit.gpgsign=false"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Process git = builder.redirectErrorStream(true).start();
    String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(text).isZero();
    return text.strip();
  }

  private String commit(String path, String content) throws Exception {
    Files.createDirectories(folder.resolve(path));
    Files.writeString(folder.resolve(path).resolve("file.yaml"), content);
    git("add", "--all");
    git("commit", "--quiet", "--message", content);
    return git("rev-parse", "HEAD");
  }

  private FakeApplication add(SyncMode mode) {
    return argo.addApplication(
        ApplicationSeed.named("payments").from(URL, "apps/payments", "main").synced(mode));
  }

  private JsonNode refreshed() throws Exception {
    return get(APPS + ONE + "&refresh=normal").json().path("status");
  }

  @Test
  void aPushMovesTheTargetAndASyncOfItIsCarriedOut() throws Exception {
    argo.autopilot();
    add(SyncMode.MANUAL);
    String second = commit("apps/payments", "two");
    JsonNode before = refreshed();
    assertThat(before.at("/sync/status").asText()).isEqualTo("OutOfSync");
    assertThat(before.at("/sync/revision").asText()).isEqualTo(second);

    assertThat(sync("{\"revision\":\"" + second + "\"}").status()).isEqualTo(200);

    JsonNode after = refreshed();
    assertThat(after.at("/operationState/phase").asText()).isEqualTo("Succeeded");
    assertThat(after.at("/operationState/syncResult/revision").asText()).isEqualTo(second);
    assertThat(after.at("/sync/status").asText()).isEqualTo("Synced");
    assertThat(after.at("/health/status").asText()).isEqualTo("Healthy");
  }

  @Test
  void aPushThatIsToldOfIsSyncedByItself() throws Exception {
    argo.autopilot();
    FakeApplication payments = add(SyncMode.AUTOMATED);
    String second = commit("apps/payments", "two");
    argo.pushed(URL);
    JsonNode status = payments.json().path("status");
    assertThat(status.at("/operationState/syncResult/revision").asText()).isEqualTo(second);
    assertThat(status.at("/sync/status").asText()).isEqualTo("Synced");
  }

  @Test
  void aCommitBesideThePathLeavesItInSync() throws Exception {
    argo.autopilot();
    add(SyncMode.MANUAL);
    String second = commit("apps/other", "two");
    JsonNode status = refreshed();
    assertThat(status.at("/sync/revision").asText()).isEqualTo(second);
    assertThat(status.at("/sync/status").asText()).isEqualTo("Synced");
  }

  @Test
  void theBeginningOfAShaIsFoundAndAnUnknownBranchIsNot() throws Exception {
    argo.autopilot();
    FakeApplication payments = add(SyncMode.MANUAL);
    assertThat(sync("{\"revision\":\"nowhere\"}").code()).isEqualTo(9);
    assertThat(sync("{\"revision\":\"" + first.substring(0, 8) + "\"}").status()).isEqualTo(200);
    JsonNode state = payments.json().at("/status/operationState");
    assertThat(state.at("/operation/sync/revision").asText()).isEqualTo(first.substring(0, 8));
    assertThat(state.at("/syncResult/revision").asText()).isEqualTo(first);
  }

  @Test
  void aFolderTakesNoAnnouncedCommits() {
    assertThatThrownBy(() -> argo.newCommit(URL, "main", FIRST))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void healthThatIsHeldStaysUntilItIsSetAnew() throws Exception {
    argo.autopilot();
    FakeApplication payments = add(SyncMode.MANUAL).holdHealth("Progressing", "rolling out");
    String second = commit("apps/payments", "two");
    assertThat(sync("{\"revision\":\"" + second + "\"}").status()).isEqualTo(200);
    assertThat(refreshed().at("/health/status").asText()).isEqualTo("Progressing");
    payments.health("Healthy", "");
    assertThat(refreshed().at("/health/status").asText()).isEqualTo("Healthy");
  }

  @Test
  void managedObjectsAreShownAsATestHasSetThem() throws Exception {
    String one =
        "{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"metadata\":{\"name\":\"a\"}}";
    String two = one.replace("\"a\"}", "\"a\",\"labels\":{\"x\":\"y\"}}");
    add(SyncMode.MANUAL)
        .manages(
            new ManagedState(two, one),
            ManagedState.same(one),
            ManagedState.missing(one),
            ManagedState.superfluous(one));

    JsonNode items = get(APPS + "/payments/managed-resources?project=default").json().path("items");

    assertThat(items.findValuesAsText("group")).containsOnly("apps").hasSize(4);
    assertThat(items.path(0).path("modified").asBoolean()).isTrue();
    assertThat(items.path(0).path("targetState").asText()).isEqualTo(two);
    assertThat(items.path(0).path("normalizedLiveState").asText()).isEqualTo(one);
    assertThat(items.path(1).has("modified")).isFalse();
    assertThat(items.path(2).path("liveState").asText()).isEqualTo("null");
    assertThat(items.path(2).path("modified").asBoolean()).isTrue();
    assertThat(items.path(3).path("predictedLiveState").asText()).isEqualTo("null");
    assertThat(items.path(3).has("modified")).isFalse();
  }
}
