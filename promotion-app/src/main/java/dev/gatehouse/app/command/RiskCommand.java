package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.PreviewView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the risk of a change and what it is computed from; records nothing. */
@Command(name = "risk", description = "Show the risk of a change and every reason for it.")
public final class RiskCommand extends EngineCommand {
  @Mixin ChangeOptions change = new ChangeOptions();

  /** Creates the command in these surroundings. */
  public RiskCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    return PreviewView.risk(
        session.promotions().preview(change.change(), change.stageName(), session.caller()), ink());
  }
}
