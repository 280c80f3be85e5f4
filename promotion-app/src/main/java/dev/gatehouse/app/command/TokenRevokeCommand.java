package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.SafeText;
import dev.gatehouse.view.Fields;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Revokes a token; it counts no more from the next request on, in every process. */
@Command(name = "revoke", description = "Revoke a token at its next use.")
public final class TokenRevokeCommand extends EngineCommand {
  static final ReasonCode UNKNOWN_TOKEN = ReasonCode.of("unknown-token");

  @Parameters(index = "0", paramLabel = "<id>", description = "The id that `token list` shows.")
  String id = "";

  /** Creates the command in these surroundings. */
  public TokenRevokeCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    return session
        .tokens()
        .revoke(id, session.caller())
        .either(
            there -> there ? revoked() : ReasonView.refused(unknown(), ink()),
            reason -> ReasonView.refused(reason, ink()));
  }

  private Report revoked() {
    return new Report(
        Exit.DONE,
        List.of("Revoked " + id + "."),
        Fields.of("outcome", "done").and("id", id).map());
  }

  private Reason unknown() {
    return new Reason(
        UNKNOWN_TOKEN,
        "There is no token '" + SafeText.cut(id, 40) + "'.",
        "tokens",
        "Take an id from: gatehouse token list.");
  }
}
