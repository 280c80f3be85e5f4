package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.history.RebuiltSummaries;
import dev.gatehouse.view.Fields;
import java.util.List;
import picocli.CommandLine.Command;

/** Makes the summaries of all promotions again from the ledger, beside running processes. */
@Command(
    name = "rebuild",
    description = "Make the summaries again from the events; needs the right to administer.")
public final class AuditRebuildCommand extends EngineCommand {
  /** Creates the command in these surroundings. */
  public AuditRebuildCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    return session
        .composition()
        .audit()
        .rebuildSummaries(session.caller())
        .either(AuditRebuildCommand::rebuilt, reason -> ReasonView.refused(reason, ink()));
  }

  private static Report rebuilt(RebuiltSummaries rebuilt) {
    String resumed = rebuilt.resumed() ? " (continued an interrupted rebuild)" : "";
    return new Report(
        Exit.DONE,
        List.of(
            "Compared "
                + rebuilt.compared()
                + " promotions with their events and replaced "
                + rebuilt.changed()
                + " summaries"
                + resumed
                + ".",
            "  next   gatehouse audit verify"),
        Fields.of("outcome", "done")
            .and("compared", rebuilt.compared())
            .and("changed", rebuilt.changed())
            .and("resumed", rebuilt.resumed())
            .map());
  }
}
