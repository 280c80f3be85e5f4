package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks at the Argo CD servers; only its subcommands do something. */
@Command(
    name = "argo",
    description = "Ask the Argo CD servers what they let us do, or how targets differ.")
public final class ArgoCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Creates the command in these surroundings. */
  public ArgoCommand(Surroundings around) {
    java.util.Objects.requireNonNull(around);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what: check or diff.");
  }
}
