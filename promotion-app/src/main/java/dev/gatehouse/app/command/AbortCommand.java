package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops a promotion. */
@Command(name = "abort", description = "Stop a promotion; targets in flight settle first.")
public final class AbortCommand extends EngineCommand {
  @Parameters(
      index = "0",
      paramLabel = "<promotion>",
      description = "An id, its beginning, or <application>/<stage>.")
  String promotion = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "<text>",
      description = "Why, for the history.")
  String why = "";

  /** Creates the command in these surroundings. */
  public AbortCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    return session.on(
        promotion, id -> session.ended(session.promotions().abort(id, why, session.caller())));
  }
}
