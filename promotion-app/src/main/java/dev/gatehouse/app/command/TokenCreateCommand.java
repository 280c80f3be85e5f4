package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.app.view.TokenView;
import dev.gatehouse.service.token.TokenDesk;
import dev.gatehouse.service.token.Tokens;
import dev.gatehouse.view.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a token and shows it once. */
@Command(
    name = "create",
    description = "Make a token; it is shown once, and only its hash is kept.")
public final class TokenCreateCommand extends EngineCommand {
  @Option(
      names = "--for",
      required = true,
      paramLabel = "<actor>",
      description = "Who acts with it.")
  String holder = "";

  @Option(
      names = "--allow",
      required = true,
      split = ",",
      paramLabel = "<verb>",
      description = "see, propose, attest, approve, reject, waive, abort; or ask, for gates.")
  List<String> allowed = List.of();

  @Option(
      names = "--applications",
      split = ",",
      paramLabel = "<application>",
      description = "Only these. Default: all.")
  List<String> applications = List.of();

  @Option(
      names = "--stages",
      split = ",",
      paramLabel = "<stage>",
      description = "Only these. Default: all.")
  List<String> stages = List.of();

  @Option(
      names = "--expires",
      paramLabel = "<when>",
      description = "Its end: 30d, or a time such as 2027-01-31T18:00:00Z. Default: 90d.")
  String expires = "90d";

  /** Creates the command in these surroundings. */
  public TokenCreateCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    Instant until = Times.until(expires, around().clock().instant());
    TokenDesk.Wish wish = new TokenDesk.Wish(holder, allowed, applications, stages, until);
    return session
        .tokens()
        .create(wish, session.caller())
        .either(this::made, reason -> ReasonView.refused(reason, ink()));
  }

  private Report made(Tokens.Made made) {
    List<String> lines = new ArrayList<>(List.of(made.text(), ""));
    lines.addAll(TokenView.lines(made.token()));
    lines.add("Keep it where only its holder can read it: it is not shown again.");
    return new Report(
        Exit.DONE,
        lines,
        Fields.of("outcome", "done")
            .and("token", made.text())
            .and("allows", TokenView.fields(made.token()))
            .map());
  }
}
