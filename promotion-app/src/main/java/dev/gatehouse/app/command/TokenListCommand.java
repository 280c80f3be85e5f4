package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.app.view.TokenView;
import dev.gatehouse.service.token.ServiceToken;
import dev.gatehouse.view.Fields;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists tokens: what they allow, never their secrets. */
@Command(name = "list", description = "List tokens and what they allow.")
public final class TokenListCommand extends EngineCommand {
  /** Creates the command in these surroundings. */
  public TokenListCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    return session
        .tokens()
        .list(session.caller())
        .either(TokenListCommand::listed, reason -> ReasonView.refused(reason, ink()));
  }

  private static Report listed(List<ServiceToken> all) {
    return new Report(
        Exit.DONE,
        all.isEmpty()
            ? List.of("No tokens.")
            : all.stream().flatMap(token -> TokenView.lines(token).stream()).toList(),
        Fields.of("outcome", "done")
            .and("tokens", all.stream().map(TokenView::fields).toList())
            .map());
  }
}
