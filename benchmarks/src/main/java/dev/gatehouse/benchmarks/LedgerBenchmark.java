package dev.gatehouse.benchmarks;

import dev.gatehouse.jdbc.JdbcSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * The same questions to ledgers of different sizes, in turn.
 *
 * @param database its name, for the table
 * @param ledgers gives an empty database for a size
 * @param sizes how many promotions the ledgers hold, the smallest first
 * @param rounds how often each question is asked
 */
record LedgerBenchmark(
    String database, IntFunction<JdbcSettings> ledgers, List<Integer> sizes, int rounds) {
  private static final Map<String, ToIntFunction<LedgerSite>> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put("`status`: the 20 newest", LedgerSite::status);
    QUESTIONS.put("an id by its beginning", LedgerSite::named);
    QUESTIONS.put("`promote`: a plan", LedgerSite::plan);
    QUESTIONS.put("`run`: a promotion to its end", LedgerSite::run);
  }

  LedgerBenchmark {
    sizes = List.copyOf(sizes);
  }

  List<String> run() {
    Map<Integer, LedgerSite> sites = new LinkedHashMap<>();
    try {
      for (int size : sizes) {
        sites.put(size, new LedgerSite(ledgers.apply(size), size));
      }
      Map<String, Map<Integer, List<Double>>> times = new LinkedHashMap<>();
      for (int round = -2; round < rounds; round++) {
        for (Map.Entry<String, ToIntFunction<LedgerSite>> question : QUESTIONS.entrySet()) {
          for (Map.Entry<Integer, LedgerSite> site : sites.entrySet()) {
            double millis = millis(question.getValue(), site.getValue());
            if (round >= 0) {
              times
                  .computeIfAbsent(question.getKey(), name -> new LinkedHashMap<>())
                  .computeIfAbsent(site.getKey(), size -> new ArrayList<>())
                  .add(millis);
            }
          }
        }
      }
      return report(times);
    } finally {
      sites.values().forEach(LedgerSite::close);
    }
  }

  private static double millis(ToIntFunction<LedgerSite> question, LedgerSite site) {
    long start = System.nanoTime();
    int found = question.applyAsInt(site);
    double millis = (System.nanoTime() - start) / 1e6;
    if (found == 0) {
      throw new IllegalStateException("nothing was found, so nothing was measured");
    }
    return millis;
  }

  private List<String> report(Map<String, Map<Integer, List<Double>>> times) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%n### A ledger of many promotions in %s%n", database));
    lines.add(row("question", size -> String.format(Locale.ROOT, "%,d", size), "last to first"));
    lines.add(row("---", size -> "---", "---"));
    times.forEach(
        (question, bySize) -> {
          double first = median(bySize, sizes.get(0));
          double last = median(bySize, sizes.get(sizes.size() - 1));
          lines.add(
              row(
                  question,
                  size -> String.format(Locale.ROOT, "%.1f ms", median(bySize, size)),
                  String.format(Locale.ROOT, "%.2fx", last / first)));
        });
    return lines;
  }

  private static double median(Map<Integer, List<Double>> bySize, int size) {
    return Table.median(Objects.requireNonNull(bySize.get(size)));
  }

  private String row(String name, Function<Integer, String> cell, String ratio) {
    return "| "
        + name
        + " | "
        + String.join(" | ", sizes.stream().map(cell).toList())
        + " | "
        + ratio
        + " |";
  }
}
