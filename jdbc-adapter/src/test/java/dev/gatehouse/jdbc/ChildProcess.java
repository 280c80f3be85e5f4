package dev.gatehouse.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A real JVM that runs a main class of the tests, writes lines, and can be killed at any moment.
 */
final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;
  private final Path errors;

  private ChildProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.reader = new Thread(this::readLines, "lines of " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  static ChildProcess start(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx128m");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    try {
      Path errors = Files.createTempFile("child", ".err");
      return new ChildProcess(
          new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readLines() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
      }
    } catch (IOException killed) {
      lines.add("");
    }
  }

  /** Waits until such a line has come. */
  ChildProcess awaitLine(Predicate<String> wanted) {
    if (!Conditions.holds(() -> lines.stream().anyMatch(wanted))) {
      throw new AssertionError("the child never said it: " + lines + complaints());
    }
    return this;
  }

  private String complaints() {
    try {
      return System.lineSeparator() + Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Lets it run on for this long. */
  ChildProcess letRun(long millis) throws InterruptedException {
    if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      throw new AssertionError("the child ended by itself: " + lines);
    }
    return this;
  }

  /** Kills it as {@code kill -9} does and returns every whole line that it wrote. */
  List<String> kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    reader.join();
    return lines();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(errors);
  }
}
