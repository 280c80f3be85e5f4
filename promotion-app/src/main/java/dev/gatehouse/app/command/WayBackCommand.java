package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.history.PromotionEvent.WayBackChosen.Choice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Picks the rollback of a failed promotion that waits for a person. */
@Command(
    name = "way-back",
    description = "Choose the rollback of a failed promotion: revert or fix forward.")
public final class WayBackCommand extends EngineCommand {
  @Parameters(
      index = "0",
      paramLabel = "<promotion>",
      description = "An id, its beginning, or <application>/<stage>.")
  String promotion = "";

  @Parameters(
      index = "1",
      paramLabel = "revert|forward",
      description = "Undo what was written, or leave it and bring a fix.")
  Way way = Way.forward;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "<text>",
      description = "Why, for the history.")
  String why = "";

  /** The two ways. */
  enum Way {
    revert,
    forward
  }

  /** Creates the command in these surroundings. */
  public WayBackCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    Choice choice = way == Way.revert ? Choice.REVERT : Choice.FORWARD;
    return session.on(
        promotion,
        id -> session.acted(session.promotions().chooseWayBack(id, choice, why, session.caller())));
  }
}
