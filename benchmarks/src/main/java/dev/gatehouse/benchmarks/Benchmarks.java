package dev.gatehouse.benchmarks;

import dev.gatehouse.jdbc.JdbcSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs the benchmarks and prints their tables as Markdown; arguments are sizes in files, {@code
 * argo} for those of Argo CD alone, or {@code ledger} for those of the ledger alone.
 */
public final class Benchmarks {
  private static final int[] SIZES = {5_000, 25_000};
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private static final List<Integer> PROMOTIONS = List.of(100, 5_000, 20_000);

  private Benchmarks() {}

  /** Measures what is named, or all: 5,000 and 25,000 files, Argo CD and the ledger. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0 || arguments[0].equals("argo")) {
      print(new ArgoWaitBenchmark(5, Duration.ofSeconds(10)).run());
      print(new ArgoWatchBenchmark(10_000, 100, 5_000).run());
    }
    if (arguments.length == 0 || arguments[0].equals("ledger")) {
      ledger();
    }
    if (arguments.length == 0 || arguments[0].matches("\\d+")) {
      write(arguments);
    }
  }

  /** In H2, and in the databases whose addresses have %d for the size. */
  private static void ledger() throws IOException {
    Path folder = Files.createTempDirectory("gatehouse-ledgers");
    try {
      print(
          new LedgerBenchmark(
                  "H2",
                  size -> JdbcSettings.embedded(folder.resolve("ledger-" + size)),
                  PROMOTIONS,
                  21)
              .run());
    } finally {
      delete(folder);
    }
    String urls = System.getenv("GATEHOUSE_BENCHMARK_POSTGRES");
    if (urls != null) {
      print(
          new LedgerBenchmark(
                  "PostgreSQL",
                  size ->
                      JdbcSettings.of(
                          urls.replace("%d", String.valueOf(size)),
                          Optional.empty(),
                          Optional.empty()),
                  PROMOTIONS,
                  21)
              .run());
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
