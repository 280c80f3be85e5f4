package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.PreviewView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the plan that a promotion would have; records nothing. */
@Command(
    name = "plan",
    description = "Show what a promotion would change, how risky it is and what it would need.")
public final class PlanCommand extends EngineCommand {
  @Mixin ChangeOptions change = new ChangeOptions();

  /** Creates the command in these surroundings. */
  public PlanCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    return PreviewView.plan(
        session.promotions().preview(change.change(), change.stageName(), session.caller()), ink());
  }
}
