package dev.gatehouse.app;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.PromotionException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.view.JsonText;
import java.util.List;
import picocli.CommandLine;

/**
 * Turns everything that stops a command into a reason; a stack trace only where it was asked for.
 */
final class Refusals {
  static final ReasonCode USAGE = ReasonCode.of("usage");
  static final ReasonCode INTERNAL_ERROR = ReasonCode.of("internal-error");

  private Refusals() {}

  /** Puts the handlers into this line and all its subcommands. */
  static CommandLine into(CommandLine line, Surroundings around) {
    line.setOut(around.out());
    line.setErr(around.err());
    line.setUsageHelpAutoWidth(false);
    // Its colours would be escape codes of another hand, which the printer shows as text.
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler(
        (mistake, arguments) -> usage(mistake, List.of(arguments), around));
    line.setExecutionExceptionHandler(
        (stop, command, parsed) -> stopped(stop, parsed.originalArgs(), around));
    for (CommandLine sub : line.getSubcommands().values()) {
      sub.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
      sub.getCommandSpec().usageMessage().sortOptions(false);
      sub.getSubcommands().values().forEach(s -> s.getCommandSpec().mixinStandardHelpOptions(true));
    }
    return line;
  }

  private static int usage(
      CommandLine.ParameterException mistake, List<String> arguments, Surroundings around) {
    if (mistake.getCause() instanceof PromotionException refusal) {
      return print(refusal(refusal, around), arguments, around);
    }
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName(" ");
    String what = String.valueOf(mistake.getMessage());
    Reason reason =
        new Reason(
            USAGE,
            what.endsWith(".") ? what : what + ".",
            command,
            "Look at: " + command + " --help.");
    return print(ReasonView.report(Exit.INVALID, "invalid", reason, Ink.PLAIN), arguments, around);
  }

  private static int stopped(Exception stop, List<String> arguments, Surroundings around) {
    if (stop instanceof PromotionException refusal) {
      return print(refusal(refusal, around), arguments, around);
    }
    if (arguments.contains("--stacktrace")) {
      stop.printStackTrace(around.err());
    }
    Reason reason =
        new Reason(
            INTERNAL_ERROR,
            "Internal error (a bug in Gatehouse): "
                + stop.getClass().getSimpleName()
                + ": "
                + stop.getMessage()
                + ".",
            "the command",
            "Run it again with --stacktrace and report what it prints; every command may be"
                + " repeated.");
    Report report = ReasonView.report(Exit.INTERNAL, "error", reason, around.ink(false));
    return print(report, arguments, around);
  }

  private static Report refusal(PromotionException refusal, Surroundings around) {
    boolean mistake = refusal instanceof InvalidConfigurationException;
    return ReasonView.report(
        mistake ? Exit.INVALID : Exit.REFUSED,
        mistake ? "invalid" : "failed",
        refusal.reason(),
        around.ink(false));
  }

  private static int print(Report report, List<String> arguments, Surroundings around) {
    boolean json =
        arguments.contains("--output=json")
            || arguments.contains("-o=json")
            || arguments.contains("-ojson")
            || follows(arguments, "--output")
            || follows(arguments, "-o");
    if (json) {
      around.out().print(JsonText.of(report.fields()) + "\n");
    } else {
      report.text().forEach(around.err()::println);
    }
    return report.exit().code();
  }

  private static boolean follows(List<String> arguments, String option) {
    int at = arguments.indexOf(option);
    return at >= 0 && at + 1 < arguments.size() && arguments.get(at + 1).equals("json");
  }
}
