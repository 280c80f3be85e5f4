package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.Fields;
import java.io.IOException;
import java.io.InputStream;
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
    try (InputStream rules = InitCommand.class.getResourceAsStream("init.yaml")) {
      if (rules == null) {
        throw new IllegalStateException("the jar has no init.yaml");
      }
      Files.write(file, rules.readAllBytes(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw UsableFile.exists(file);
    } catch (IOException e) {
      throw UsableFile.unwritable(file, e);
    }
    return new Report(
        Exit.DONE,
        List.of(
            "Wrote " + common.file + ".",
            "  next   name your repository, shards and applications in it, then: gatehouse validate"),
        Fields.of("outcome", "done").and("file", file).map());
  }
}
