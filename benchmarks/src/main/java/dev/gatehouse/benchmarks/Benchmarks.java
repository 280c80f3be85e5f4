package dev.gatehouse.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the benchmarks and prints their tables as Markdown; arguments are sizes in files, or {@code
 * argo} for those of Argo CD alone.
 */
public final class Benchmarks {
  private static final int[] SIZES = {5_000, 25_000};
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Benchmarks() {}

  /** Measures what is named, or 5,000 and 25,000 files and Argo CD. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0 || arguments[0].equals("argo")) {
      print(new ArgoWaitBenchmark(5, Duration.ofSeconds(10)).run());
      print(new ArgoWatchBenchmark(10_000, 100, 5_000).run());
    }
    if (arguments.length == 0 || !arguments[0].equals("argo")) {
      write(arguments);
    }
  }

  private static void write(String[] arguments) throws Exception {
    int[] sizes =
        arguments.length == 0 ? SIZES : Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
    Path folder = Files.createTempDirectory("gatehouse-benchmarks");
    try {
      for (int size : sizes) {
        Path place = Files.createDirectory(folder.resolve("files-" + size));
        print(new WriteBenchmark(place, size, 9, 1, 50).run());
      }
    } finally {
      delete(folder);
    }
  }

  static void print(List<String> lines) {
    lines.forEach(OUT::println);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Benchmarks::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
