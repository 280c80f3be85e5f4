package dev.gatehouse.app;

import dev.gatehouse.app.command.AbortCommand;
import dev.gatehouse.app.command.ApproveCommand;
import dev.gatehouse.app.command.ArgoCheckCommand;
import dev.gatehouse.app.command.ArgoCommand;
import dev.gatehouse.app.command.ArgoDiffCommand;
import dev.gatehouse.app.command.AttestCommand;
import dev.gatehouse.app.command.AuditCommand;
import dev.gatehouse.app.command.AuditExportCommand;
import dev.gatehouse.app.command.AuditForgetCommand;
import dev.gatehouse.app.command.AuditRebuildCommand;
import dev.gatehouse.app.command.AuditVerifyCommand;
import dev.gatehouse.app.command.CompletionCommand;
import dev.gatehouse.app.command.ControlModelsCommand;
import dev.gatehouse.app.command.InitCommand;
import dev.gatehouse.app.command.PlanCommand;
import dev.gatehouse.app.command.PromoteCommand;
import dev.gatehouse.app.command.RecheckCommand;
import dev.gatehouse.app.command.RejectCommand;
import dev.gatehouse.app.command.RevokeCommand;
import dev.gatehouse.app.command.RiskCommand;
import dev.gatehouse.app.command.RollbackCommand;
import dev.gatehouse.app.command.RunCommand;
import dev.gatehouse.app.command.ServeCommand;
import dev.gatehouse.app.command.StatusCommand;
import dev.gatehouse.app.command.TokenCommand;
import dev.gatehouse.app.command.TokenCreateCommand;
import dev.gatehouse.app.command.TokenListCommand;
import dev.gatehouse.app.command.TokenRevokeCommand;
import dev.gatehouse.app.command.ValidateCommand;
import dev.gatehouse.app.command.WaiveCommand;
import dev.gatehouse.app.command.WayBackCommand;
import dev.gatehouse.app.demo.DemoCommand;
import dev.gatehouse.app.terminal.Surroundings;
import java.util.List;
import picocli.CommandLine;

/** The {@code gatehouse} command. */
public final class Gatehouse {
  private Gatehouse() {}

  /** Runs the command of this process and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Logs.quieten();
    System.exit(run(List.of(arguments), Surroundings.ofProcess()));
  }

  /** Runs a command in these surroundings and returns its exit code. */
  public static int run(List<String> arguments, Surroundings around) {
    int code = line(around).execute(arguments.toArray(String[]::new));
    around.out().flush();
    around.err().flush();
    return code;
  }

  /** Returns the command line with every command. */
  public static CommandLine line(Surroundings around) {
    CommandLine line = new CommandLine(new RootCommand());
    single(around).forEach(line::addSubcommand);
    groups(around).forEach(line::addSubcommand);
    line.addSubcommand(new ControlModelsCommand(around))
        .addSubcommand(new CompletionCommand(around))
        .addSubcommand(new DemoCommand(around, Gatehouse::run));
    return Refusals.into(line, around);
  }

  private static List<Object> single(Surroundings around) {
    return List.of(
        new InitCommand(around),
        new ValidateCommand(around),
        new RiskCommand(around),
        new PlanCommand(around),
        new PromoteCommand(around),
        new StatusCommand(around),
        new ApproveCommand(around),
        new RejectCommand(around),
        new WaiveCommand(around),
        new RevokeCommand(around),
        new WayBackCommand(around),
        new AttestCommand(around),
        new AbortCommand(around),
        new RollbackCommand(around),
        new RecheckCommand(around),
        new RunCommand(around),
        new ServeCommand(around));
  }

  private static List<CommandLine> groups(Surroundings around) {
    return List.of(
        new CommandLine(new AuditCommand(around))
            .addSubcommand(new AuditVerifyCommand(around))
            .addSubcommand(new AuditExportCommand(around))
            .addSubcommand(new AuditRebuildCommand(around))
            .addSubcommand(new AuditForgetCommand(around)),
        new CommandLine(new TokenCommand(around))
            .addSubcommand(new TokenCreateCommand(around))
            .addSubcommand(new TokenListCommand(around))
            .addSubcommand(new TokenRevokeCommand(around)),
        new CommandLine(new ArgoCommand(around))
            .addSubcommand(new ArgoCheckCommand(around))
            .addSubcommand(new ArgoDiffCommand(around)));
  }
}
