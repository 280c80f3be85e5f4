package dev.gatehouse.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.config.LoadedConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveInstallationTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final String RULES =
      """
      apiVersion: gatehouse.dev/v1
      ledger: {url: "jdbc:postgresql://db.example.com/ledger-%s"}
      repositories:
        - {name: deploy, url: https://git.example.com/acme/deploy.git, credentials: {tokenFrom: {env: %s}}}
      shards:
        - name: eu
      applications:
        - name: %s
          folder: apps/{target}
          updates: [{yamlValue: {file: "apps/{target}/values.yaml", path: image.tag, from: tag}}]
          stages: [{name: production, shard: eu, targets: [eu-1]}]
      """;
  @TempDir private Path folder;
  private Path path;
  private LiveInstallation live;

  @BeforeEach
  void open() throws IOException {
    path = folder.resolve("gatehouse.yaml");
    write("one", "TOKEN_A", "checkout");
    RulesFile file = new RulesFile(path, "gatehouse.yaml");
    LoadedConfiguration loaded = file.load();
    assertThat(loaded)
        .as(() -> ((LoadedConfiguration.Invalid) loaded).report())
        .isInstanceOf(LoadedConfiguration.Loaded.class);
    Installation first = Installation.of((LoadedConfiguration.Loaded) loaded);
    live = new LiveInstallation(file, first, InstantSource.fixed(NOW));
  }

  @Test
  void rulesAndSettingsOfOneEditCountTogether() throws IOException {
    write("one", "TOKEN_B", "payments");
    Installation now = live.get();
    assertThat(now.rules().path(new ApplicationName("payments"))).isPresent();
    assertThat(now.settings().repository("deploy").token().orElseThrow().label())
        .contains("TOKEN_B");
  }

  @Test
  void aSecondEditWithinOneTickOfTheFileSystemIsSeen() throws IOException {
    write("one", "TOKEN_A", "payments");
    assertThat(live.get().rules().path(new ApplicationName("payments"))).isPresent();
    write("one", "TOKEN_A", "invoices");
    assertThat(live.get().rules().path(new ApplicationName("invoices"))).isPresent();
  }

  @Test
  void aLinkThatIsSwappedToAFileOfTheSameTimeAndSizeIsSeen() throws IOException {
    FileTime longAgo = FileTime.from(NOW.minusSeconds(86_400));
    Path one = folder.resolve("one.yaml");
    Path two = folder.resolve("two.yaml");
    Files.writeString(one, RULES.formatted("one", "TOKEN_A", "payments"));
    Files.writeString(two, RULES.formatted("one", "TOKEN_A", "invoices"));
    Files.setLastModifiedTime(one, longAgo);
    Files.setLastModifiedTime(two, longAgo);
    Files.delete(path);
    Files.createSymbolicLink(path, one);
    assertThat(live.get().rules().path(new ApplicationName("payments"))).isPresent();
    Files.delete(path);
    Files.createSymbolicLink(path, two);
    assertThat(live.get().rules().path(new ApplicationName("invoices"))).isPresent();
  }

  @Test
  void anEditWithAMistakeLeavesAllOfTheLastGoodReadingInForce() throws IOException {
    Installation before = live.get();
    Files.writeString(path, "apiVersion: gatehouse.dev/v1\nteir: 1\n");
    touch();
    assertThat(live.get()).isEqualTo(before);
    Files.writeString(path, "");
    touch();
    assertThat(live.get()).isEqualTo(before);
  }

  @Test
  void anEditThatARunningProcessCannotTakeOverChangesNothing() throws IOException {
    Installation before = live.get();
    write("two", "TOKEN_B", "payments");
    assertThat(live.get()).isEqualTo(before);
    assertThat(live.get().rules().path(new ApplicationName("payments"))).isEmpty();
  }

  /** Every write has the same time of modification. */
  private void write(String ledger, String token, String application) throws IOException {
    Files.writeString(path, RULES.formatted(ledger, token, application));
    touch();
  }

  private void touch() throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(NOW));
  }
}
