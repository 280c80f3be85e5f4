package dev.gatehouse.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: says what there is. */
@Command(
    name = "gatehouse",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Decides whether a change may go to the next stage, takes it there through Git, and remembers why.",
    footer = {
      "",
      "Exit codes: 0 done or allowed, 1 internal error, 2 usage or invalid file,",
      "            3 held by people or time, 4 refused or failed, 5 not finished yet.",
      "",
      "New here?   gatehouse demo"
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  RootCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do; `gatehouse --help` lists it.");
  }
}
