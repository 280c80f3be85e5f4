package dev.gatehouse.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each test writes a credential helper of its own; Git finds no other. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the helpers of this test are shell scripts")
class GitCredentialsTest {
  private static final URI ARGO = URI.create("https://gatehouse@argocd.example.org:8443");

  @TempDir Path folder;

  @Test
  void theStoreGivesThePasswordOfItsUser() throws IOException {
    assertThat(read(ARGO, "echo username=gatehouse; echo password=s3cret=1")).contains("s3cret=1");
    assertThat(asked())
        .contains("protocol=https", "host=argocd.example.org:8443", "username=gatehouse")
        .doesNotContain("path=");
  }

  @Test
  void aPathIsAskedForWhenItIsWritten() throws IOException {
    URI deploy = URI.create("https://bot%40acme@git.example.org/acme/deploy.git");
    assertThat(read(deploy, "echo password=s3cret")).contains("s3cret");
    assertThat(asked()).contains("username=bot@acme", "path=acme/deploy.git");
  }

  @Test
  void withoutAUserAnyUserWillDo() throws IOException {
    URI anybody = URI.create("https://argocd.example.org");
    assertThat(read(anybody, "echo username=somebody; echo password=s3cret")).contains("s3cret");
  }

  @Test
  void theSecretOfAnotherUserIsNotTaken() throws IOException {
    assertThat(read(ARGO, "echo username=mallory; echo password=s3cret")).isEmpty();
  }

  @Test
  void whatNoHelperKnowsIsAbsentAndNobodyIsAsked() throws IOException {
    Path asked = folder.resolve("prompted");
    Map<String, String> environment = environment("exit 0");
    Path prompt = script("prompt", "touch '" + asked + "'; echo s3cret");
    environment.put("GIT_ASKPASS", prompt.toString());
    environment.put("SSH_ASKPASS", prompt.toString());
    assertThat(new SecretReference.InStore(ARGO).read(environment)).isEmpty();
    assertThat(asked).doesNotExist();
  }

  @Test
  void aHelperThatFailsOrSaysTooMuchGivesNothing() throws IOException {
    assertThat(read(ARGO, "echo quit=1")).isEmpty();
    assertThat(read(ARGO, "echo password=$(head -c 200000 /dev/zero | tr '\\0' a)")).isEmpty();
  }

  @Test
  void aHelperThatHangsIsGivenUp() throws IOException {
    Map<String, String> environment = environment("exec tail -f /dev/null");
    Optional<String> found =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () -> new GitCredentials(Duration.ofSeconds(2)).password(ARGO, environment));
    assertThat(found).isEmpty();
  }

  @Test
  void anAddressWithAPasswordOrALineBreakIsNoReference() {
    for (String address :
        new String[] {
          "https://bot:s3cret@git.example.org",
          "https://b%0Ahost=other@git.example.org",
          "https://git.example.org/a%0d",
          "http://git.example.org",
          "https:///deploy",
          "https://git.example.org?token=s3cret"
        }) {
      assertThatThrownBy(() -> new SecretReference.InStore(URI.create(address)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("s3cret");
    }
  }

  private Optional<String> read(URI address, String answer) throws IOException {
    return new SecretReference.InStore(address).read(environment(answer));
  }

  private String asked() throws IOException {
    return Files.readString(folder.resolve("asked"));
  }

  private Map<String, String> environment(String answer) throws IOException {
    Path helper = script("helper", "cat >'" + folder.resolve("asked") + "'\n" + answer);
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", folder.toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_COUNT", "1");
    environment.put("GIT_CONFIG_KEY_0", "credential.helper");
    environment.put("GIT_CONFIG_VALUE_0", helper.toString());
    return environment;
  }

  private Path script(String name, String text) throws IOException {
    Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }
}
