package dev.gatehouse.app.command;

import dev.gatehouse.api.Answer;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.stage.StageName;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Takes back what the newest promotion of a stage wrote. */
@Command(
    name = "rollback",
    description = "Bring back what was live in a stage before, as a promotion of its own.")
public final class RollbackCommand extends ProposingCommand {
  @Parameters(index = "0", paramLabel = "<application>/<stage>", description = "Such as shop/prod.")
  String where = "";

  @Option(
      names = "--to",
      paramLabel = "<promotion>",
      description = "The promotion whose state comes back; without it the newest one is undone.")
  String to = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "<text>",
      description = "Why, for the history.")
  String why = "";

  /** Creates the command in these surroundings. */
  public RollbackCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report propose(Session session, Function<Answer, Report> proposed) {
    return to.isEmpty()
        ? proposed.apply(propose(session, Optional.empty()))
        : session.on(to, id -> proposed.apply(propose(session, Optional.of(id))));
  }

  private Answer propose(Session session, Optional<PromotionId> back) {
    int slash = where.indexOf('/');
    if (slash < 1 || slash == where.length() - 1) {
      throw new ParameterException(
          new CommandLine(this), "Expected <application>/<stage>, found '" + where + "'.");
    }
    return session
        .promotions()
        .rollback(
            new ApplicationName(where.substring(0, slash)),
            new StageName(where.substring(slash + 1)),
            back,
            why,
            session.caller());
  }
}
