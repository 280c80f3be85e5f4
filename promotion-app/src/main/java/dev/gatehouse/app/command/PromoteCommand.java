package dev.gatehouse.app.command;

import dev.gatehouse.api.Answer;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.view.TypedFacts;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proposes a change for a stage; with {@code --wait} also drives it. */
@Command(name = "promote", description = "Propose a change for a stage; --wait also drives it.")
public final class PromoteCommand extends ProposingCommand {
  @Mixin ChangeOptions change = new ChangeOptions();

  @Option(
      names = {"-e", "--evidence"},
      paramLabel = "<check>=<value>",
      description = "A fact, such as trust.tests=true. Repeatable.")
  List<String> evidence = List.of();

  /** Creates the command in these surroundings. */
  public PromoteCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report propose(Session session, Function<Answer, Report> proposed) {
    return proposed.apply(
        session
            .promotions()
            .propose(
                change.change(),
                change.stageName(),
                TypedFacts.read(
                    evidence, session.caller().actor().id(), around().clock().instant()),
                session.caller()));
  }
}
