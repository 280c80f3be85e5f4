package dev.gatehouse.app.command;

import dev.gatehouse.api.Answer;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes an approval or the waivers of a gate back. */
@Command(
    name = "revoke",
    description = "Take back an approval, or the waivers of a gate; the gate closes again.")
public final class RevokeCommand extends EngineCommand {
  /** What is taken back. */
  enum Given {
    approval,
    waiver
  }

  @Parameters(
      index = "0",
      paramLabel = "<promotion>",
      description = "An id, its beginning, or <application>/<stage>.")
  String promotion = "";

  @Parameters(index = "1", paramLabel = "approval|waiver", description = "What to take back.")
  Given given = Given.approval;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "<gate>",
      description = "The gate of the waiver, such as soak-time.")
  @Nullable String gate;

  @Option(
      names = "--of",
      paramLabel = "<who>",
      description = "Whose approval. Default: the actor's own.")
  @Nullable String of;

  @Option(
      names = {"--why", "--reason"},
      required = true,
      paramLabel = "<text>",
      description = "Why, for the history.")
  String why = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Creates the command in these surroundings. */
  public RevokeCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    return session.on(
        promotion,
        id ->
            session.acted(
                given == Given.approval ? approval(session, id) : waiver(session, id, named())));
  }

  private Answer approval(Session session, PromotionId id) {
    String whose = of == null ? session.caller().actor().id() : of;
    return session.promotions().revokeApproval(id, whose, why, session.caller());
  }

  private Answer waiver(Session session, PromotionId id, GateName name) {
    return session.promotions().revokeWaiver(id, name, why, session.caller());
  }

  private GateName named() {
    if (gate == null) {
      throw new ParameterException(
          spec.commandLine(), "Name the gate of the waiver: revoke <promotion> waiver <gate>.");
    }
    return new GateName(gate);
  }
}
