package dev.gatehouse.app.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {
  /** The two forms of an answer. */
  enum Output {
    text,
    json
  }

  @Option(
      names = {"-f", "--file"},
      paramLabel = "<file>",
      description = "The rules. Default: gatehouse.yaml.")
  Path file = Path.of("gatehouse.yaml");

  @Option(
      names = "--as",
      paramLabel = "<actor>",
      description = "Who acts. Default: $GATEHOUSE_ACTOR, `identities.default`, the OS user.")
  @Nullable String as;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "text|json",
      description = "The form of the answer. Default: text.")
  Output output = Output.text;

  @Option(names = "--no-color", description = "No colours, not even on a terminal.")
  boolean noColor;

  @Option(names = "--stacktrace", description = "Show where an internal error came from.")
  boolean stacktrace;

  CommonOptions() {}
}
