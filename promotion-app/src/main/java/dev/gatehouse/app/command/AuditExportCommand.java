package dev.gatehouse.app.command;

import dev.gatehouse.api.Result;
import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.view.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the whole ledger to a file of JSON lines, sealed by a new checkpoint. */
@Command(name = "export", description = "Write the ledger to a file of JSON lines.")
public final class AuditExportCommand extends EngineCommand {
  @Option(names = "--to", required = true, paramLabel = "<file>", description = "A new file.")
  Path to = Path.of("ledger.jsonl");

  /** Creates the command in these surroundings. */
  public AuditExportCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    Path file = around().resolve(to);
    return export(session, file)
        .either(seal -> written(file), reason -> ReasonView.refused(reason, ink()));
  }

  private Report written(Path file) {
    return new Report(
        Exit.DONE,
        List.of(
            "Wrote " + to + ".",
            "  next   gatehouse audit verify --export " + to + "   (needs no database)"),
        Fields.of("outcome", "done").and("file", file).map());
  }

  private static Result<Checkpoint> export(Session session, Path file) {
    try {
      return session
          .composition()
          .audit()
          .export(
              () ->
                  Files.newBufferedWriter(
                      file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW),
              session.caller());
    } catch (FileAlreadyExistsException e) {
      throw UsableFile.exists(file);
    } catch (IOException e) {
      throw UsableFile.unwritable(file, e);
    }
  }
}
