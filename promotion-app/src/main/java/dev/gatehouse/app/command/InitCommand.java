package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.config.GatehouseSchema;
import dev.gatehouse.config.StarterFile;
import dev.gatehouse.runtime.InstalledControlPlanes;
import dev.gatehouse.view.Fields;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import picocli.CommandLine.Command;

/** Writes rules to start from; never over a file that is there. */
@Command(name = "init", description = "Write a gatehouse.yaml to start from.")
public final class InitCommand extends ReportingCommand {
  /** Creates the command in these surroundings. */
  public InitCommand(Surroundings around) {
    super(around);
  }

  @Override
  protected Report report() {
    Path file = around().resolve(common.file);
    write(
        file,
        new StarterFile("checkout", "https://git.example.com/acme/deploy.git", StarterFile.SCHEMA)
            .text());
    Path schema = file.resolveSibling(StarterFile.SCHEMA);
    if (!Files.exists(schema)) {
      write(schema, GatehouseSchema.text(InstalledControlPlanes.FORMATS));
    }
    return new Report(
        Exit.DONE,
        List.of(
            "Wrote " + common.file + ", and " + StarterFile.SCHEMA + " for your editor.",
            "  next   name your repository, shards and applications in it, then: gatehouse validate"),
        Fields.of("outcome", "done").and("file", file).and("schema", schema).map());
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw UsableFile.exists(file);
    } catch (IOException e) {
      throw UsableFile.unwritable(file, e);
    }
  }
}
