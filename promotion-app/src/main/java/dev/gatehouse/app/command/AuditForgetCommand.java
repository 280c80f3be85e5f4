package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.view.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes a value from the texts of an ended promotion, without breaking its chain. */
@Command(name = "forget", description = "Remove a recorded value; needs the right to administer.")
public final class AuditForgetCommand extends EngineCommand {
  @Parameters(
      index = "0",
      paramLabel = "<promotion>",
      description = "An id, its beginning, or <application>/<stage>; it must have ended.")
  String promotion = "";

  @Option(
      names = "--value-file",
      required = true,
      paramLabel = "<file>",
      description = "A file with the value: an argument would stay in the shell's history.")
  Path valueFile = Path.of("value");

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "<text>",
      description = "Why, in a sentence; it is recorded.")
  String why = "";

  /** Creates the command in these surroundings. */
  public AuditForgetCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    return session.on(promotion, id -> forgotten(session, id));
  }

  private Report forgotten(Session session, PromotionId id) {
    return session
        .composition()
        .audit()
        .forget(id, value(), why.strip(), session.caller())
        .either(event -> removed(id, event), reason -> ReasonView.refused(reason, ink()));
  }

  private static Report removed(PromotionId id, Recorded event) {
    String rows =
        ((PromotionEvent.Forgotten) event.event())
            .rows().stream()
                .map(row -> Long.toString(row.version()))
                .collect(Collectors.joining(", "));
    return new Report(
        Exit.DONE,
        List.of(
            "Removed the value from promotion " + id + ", row " + rows + ".",
            "  note   Earlier exports, backups and freed pages of the database still have it.",
            "  next   Withdraw the secret, then: gatehouse audit verify"),
        Fields.of("outcome", "done").and("promotion", id.value()).and("rows", rows).map());
  }

  private String value() {
    Path file = around().resolve(valueFile);
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw UsableFile.unreadable(file, e);
    }
  }
}
