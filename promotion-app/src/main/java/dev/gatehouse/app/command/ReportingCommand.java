package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.view.JsonText;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that ends with one report, printed in the form that was asked for. */
public abstract class ReportingCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  private final Surroundings around;

  /** Creates the command in these surroundings. */
  protected ReportingCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public final Integer call() {
    try {
      Report report = report();
      if (isJson()) {
        around.out().print(JsonText.of(report.fields()) + "\n");
      } else {
        report.text().forEach(around.out()::println);
      }
      around.out().flush();
      return report.exit().code();
    } finally {
      ended();
    }
  }

  /** Is called when the answer is printed, or when there will be none. */
  protected void ended() {}

  /** Does the work. */
  protected abstract Report report();

  /** Returns what is around. */
  protected final Surroundings around() {
    return around;
  }

  /** Returns the colours. */
  protected final Ink ink() {
    return around.ink(common.noColor || isJson());
  }

  /** Returns whether a program reads the answer. */
  protected final boolean isJson() {
    return common.output == CommonOptions.Output.json;
  }

  /** Returns where progress goes: beside the answer for people, away from it for programs. */
  protected final PrintWriter progress() {
    return isJson() ? around.err() : around.out();
  }
}
