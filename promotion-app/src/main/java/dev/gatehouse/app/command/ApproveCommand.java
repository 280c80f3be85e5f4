package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs the plan of a promotion; the hash says that the signer has seen it. */
@Command(name = "approve", description = "Sign a plan.")
public final class ApproveCommand extends EngineCommand {
  @Parameters(
      index = "0",
      paramLabel = "<promotion>",
      description = "An id, its beginning, or <application>/<stage>.")
  String promotion = "";

  @Option(
      names = "--plan",
      required = true,
      paramLabel = "<hash>",
      description = "The hash of the plan you have read, at least its first 8 digits.")
  String plan = "";

  @Option(names = "--comment", paramLabel = "<text>", description = "Why, for the history.")
  String comment = "";

  @Option(
      names = "--confirm",
      paramLabel = "<text>",
      description = "The words that a change without a way back asks for.")
  String confirmation = "";

  /** Creates the command in these surroundings. */
  public ApproveCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    return session.on(
        promotion,
        id ->
            session.acted(
                session.promotions().approve(id, plan, comment, confirmation, session.caller())));
  }
}
