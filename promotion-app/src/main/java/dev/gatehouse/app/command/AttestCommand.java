package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.view.TypedFacts;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Records facts that a gate may ask for. */
@Command(name = "attest", description = "Record facts about a change.")
public final class AttestCommand extends EngineCommand {
  @Parameters(
      index = "0",
      paramLabel = "<promotion>",
      description = "An id, its beginning, or <application>/<stage>.")
  String promotion = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "<check>=<value>",
      description = "Such as trust.tests=true or bake.samples=120.")
  List<String> facts = List.of();

  /** Creates the command in these surroundings. */
  public AttestCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    List<Evidence> stated =
        TypedFacts.read(facts, session.caller().actor().id(), around().clock().instant());
    return session.on(
        promotion, id -> session.acted(session.promotions().attest(id, stated, session.caller())));
  }
}
