package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.json.LedgerWriter;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.runtime.Audit;
import dev.gatehouse.view.Fields;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
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
    Optional<Reason> refusal = session.refusalOfAll(Verb.SEE);
    if (refusal.isPresent()) {
      return ReasonView.refused(refusal.get(), ink());
    }
    Path file = around().resolve(to);
    Audit audit = session.composition().audit();
    audit.checkpoint(around().clock().instant());
    write(audit, file);
    return new Report(
        Exit.DONE,
        List.of(
            "Wrote " + to + ".",
            "  next   gatehouse audit verify --export " + to + "   (needs no database)"),
        Fields.of("outcome", "done").and("file", file).map());
  }

  private static void write(Audit audit, Path file) {
    try (Writer out =
        Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
      audit.visit(new LedgerWriter(out));
    } catch (FileAlreadyExistsException e) {
      throw UsableFile.exists(file);
    } catch (IOException e) {
      throw UsableFile.unwritable(file, e);
    }
  }
}
