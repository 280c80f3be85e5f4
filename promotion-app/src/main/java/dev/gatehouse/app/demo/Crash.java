package dev.gatehouse.app.demo;

import dev.gatehouse.app.drive.PausePoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs {@code gatehouse run} in a process of its own and kills it at a named moment. */
final class Crash {
  private Crash() {}

  /** Returns what the process had printed before it was killed. */
  static String at(Story story, String moment) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    java.toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.gatehouse.app.Gatehouse",
                    "run"))
            .directory(story.folder().path().toFile())
            .redirectErrorStream(true);
    builder.environment().put(PausePoint.VARIABLE, moment);
    try {
      Process process = builder.start();
      try {
        return printedUntilPaused(process) + "Killed\n";
      } finally {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String printedUntilPaused(Process process) throws IOException {
    StringBuilder text = new StringBuilder();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(PausePoint.MARK)) {
        return text.toString();
      }
      text.append(line).append('\n');
    }
    throw new IllegalStateException("the process ended before it was to be killed:\n" + text);
  }
}
