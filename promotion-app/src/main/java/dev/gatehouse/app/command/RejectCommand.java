package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Refuses a promotion that has not started. */
@Command(name = "reject", description = "Refuse a promotion that has not started.")
public final class RejectCommand extends EngineCommand {
  @Parameters(
      index = "0",
      paramLabel = "<promotion>",
      description = "An id, its beginning, or <application>/<stage>.")
  String promotion = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "<text>",
      description = "Why, for its author.")
  String why = "";

  /** Creates the command in these surroundings. */
  public RejectCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    return session.on(
        promotion, id -> session.ended(session.promotions().reject(id, why, session.caller())));
  }
}
