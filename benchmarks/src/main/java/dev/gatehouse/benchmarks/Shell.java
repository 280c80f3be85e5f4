package dev.gatehouse.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs a command to its end. */
final class Shell {
  private Shell() {}

  /** Returns what the command printed; a non-zero exit is an error with that text. */
  static String run(Path folder, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + text);
    }
    return text;
  }

  /** Runs a shell script. */
  static String script(Path folder, String script) throws IOException, InterruptedException {
    return run(folder, "sh", "-ec", script);
  }
}
