package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Surroundings;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options in bash and zsh. */
@Command(
    name = "completion",
    description = "Print a completion script: source <(gatehouse completion)")
public final class CompletionCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private final Surroundings around;

  /** Creates the command in these surroundings. */
  public CompletionCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public void run() {
    around.out().print(AutoComplete.bash("gatehouse", spec.root().commandLine()));
    around.out().flush();
  }
}
