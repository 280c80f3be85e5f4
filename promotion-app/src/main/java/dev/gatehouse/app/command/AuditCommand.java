package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Proves or hands out the ledger; only its subcommands do something. */
@Command(
    name = "audit",
    description = "Verify the ledger, export it, repair its summaries, or remove a value.")
public final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Creates the command in these surroundings. */
  public AuditCommand(Surroundings around) {
    java.util.Objects.requireNonNull(around);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what: verify, export, rebuild or forget.");
  }
}
