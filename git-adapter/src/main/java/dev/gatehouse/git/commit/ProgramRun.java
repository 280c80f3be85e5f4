package dev.gatehouse.git.commit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One run of a program between files instead of pipes: neither writing to it nor reading from it
 * can block, not even when a child of it lives on. For one thread.
 */
final class ProgramRun implements AutoCloseable {
  private static final int LONGEST = 64 << 10;
  private static final long LOOK_MS = 20;
  private static final int LINES = 3;
  private static final int LONGEST_LINE = 200;
  private final Path folder;
  private final Process process;

  private ProgramRun(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /** How a run ended, or that it did not. */
  enum End {
    SUCCEEDED,
    FAILED,
    STILL_RUNNING,
    TOO_MUCH_OUTPUT
  }

  /** Starts the program with this input; throws when there is no such program. */
  static ProgramRun start(List<String> command, byte[] input) throws IOException {
    Path folder = Files.createTempDirectory("gatehouse-sign");
    try {
      Files.write(folder.resolve("in"), input);
      Process process =
          new ProcessBuilder(command)
              .redirectInput(folder.resolve("in").toFile())
              .redirectOutput(folder.resolve("out").toFile())
              .redirectError(folder.resolve("err").toFile())
              .start();
      return new ProgramRun(folder, process);
    } catch (IOException e) {
      remove(folder);
      throw e;
    }
  }

  /** Waits for the end, but not longer than this, and not for a program that floods its output. */
  End await(Duration limit) throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
      if (isFlooded()) {
        return End.TOO_MUCH_OUTPUT;
      }
      if (System.nanoTime() - end > 0) {
        return End.STILL_RUNNING;
      }
    }
    if (isFlooded()) {
      return End.TOO_MUCH_OUTPUT;
    }
    return process.exitValue() == 0 ? End.SUCCEEDED : End.FAILED;
  }

  private boolean isFlooded() throws IOException {
    return Files.size(folder.resolve("out")) > LONGEST
        || Files.size(folder.resolve("err")) > LONGEST;
  }

  byte[] output() throws IOException {
    return read("out");
  }

  /** The first lines of its complaints in one, without control characters; never empty. */
  String complaint() throws IOException {
    String said =
        new String(read("err"), StandardCharsets.UTF_8)
            .lines()
            .limit(LINES)
            .map(line -> line.replaceAll("\\p{Cntrl}", ""))
            .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
            .collect(Collectors.joining("; "));
    return said.isBlank() ? "nothing, and exited with " + process.exitValue() : said;
  }

  private byte[] read(String name) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      return in.readNBytes(LONGEST);
    }
  }

  /** Ends the program and its children, and removes the files. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    remove(folder);
  }

  /** What a system does not let go of while the killed program still has it open stays behind. */
  private static void remove(Path folder) {
    for (String name : List.of("in", "out", "err")) {
      folder.resolve(name).toFile().delete();
    }
    folder.toFile().delete();
  }
}
