package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.config.ConfigurationLoader;
import dev.gatehouse.config.LoadedConfiguration;
import dev.gatehouse.config.StarterFile;
import dev.gatehouse.policy.DefaultControlModels;
import dev.gatehouse.runtime.InstalledControlPlanes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StarterFileTest {
  private final String text =
      new StarterFile("checkout", "../it's a repository", StarterFile.SCHEMA).text();

  @Test
  void theStarterFileLoadsWithoutMistakeOrNotice() {
    LoadedConfiguration.Loaded loaded = load(text);
    assertThat(loaded.notices()).isEmpty();
    assertThat(loaded.rulebook().path(new ApplicationName("checkout")).orElseThrow().stages())
        .hasSize(3);
    assertThat(
            loaded
                .rulebook()
                .path(new ApplicationName("checkout"))
                .orElseThrow()
                .stages()
                .get(0)
                .targets()
                .get(0)
                .repository()
                .url())
        .isEqualTo(Path.of("/srv/it's a repository").toString());
  }

  @Test
  void everyLineThatIsSwitchedOffIsRightToo() {
    String on = text.replaceAll("(?m)^#(?! |$)", "").replaceAll("(?m)^#(  +\\S)", "$1");
    assertThat(on).contains("\nledger:", "\nidentities:", "\n        approvals: 1 of owner");
    LoadedConfiguration.Loaded loaded = load(on);
    assertThat(loaded.rulebook().directory().actors()).hasSize(5);
    assertThat(loaded.rulebook().windows()).hasSizeGreaterThan(2);
  }

  @Test
  void theFirstLineTellsTheEditorWhereTheSchemaIs() {
    assertThat(text).startsWith("# yaml-language-server: $schema=gatehouse.schema.json\n");
  }

  private static LoadedConfiguration.Loaded load(String text) {
    LoadedConfiguration read =
        new ConfigurationLoader(DefaultControlModels.all(), InstalledControlPlanes.FORMATS)
            .load("gatehouse.yaml", text, Path.of("/srv/gatehouse"));
    if (read instanceof LoadedConfiguration.Invalid invalid) {
      throw new AssertionError(invalid.report());
    }
    return (LoadedConfiguration.Loaded) read;
  }
}
