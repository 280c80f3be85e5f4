package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The tokens of the service. */
@Command(name = "token", description = "Make, list and revoke tokens of the service.")
public final class TokenCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Creates the command in these surroundings. */
  public TokenCommand(Surroundings around) {
    java.util.Objects.requireNonNull(around);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say which: create, list or revoke.");
  }
}
