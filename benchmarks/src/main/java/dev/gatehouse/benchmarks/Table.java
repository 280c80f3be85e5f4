package dev.gatehouse.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times of several ways, taken in turn, as a Markdown table with ratios to the first one. */
final class Table {
  private final List<String> names = new ArrayList<>();
  private final List<List<Double>> millis = new ArrayList<>();

  void add(String name, double time) {
    int row = names.indexOf(name);
    if (row < 0) {
      names.add(name);
      millis.add(new ArrayList<>());
      row = names.size() - 1;
    }
    millis.get(row).add(time);
  }

  double median(String name) {
    return median(millis.get(names.indexOf(name)));
  }

  String markdown(String unit) {
    StringBuilder text = new StringBuilder();
    text.append("| way | median ")
        .append(unit)
        .append(" | min | max | runs | against the first |\n|---|---|---|---|---|---|\n");
    double base = median(millis.get(0));
    for (int row = 0; row < names.size(); row++) {
      List<Double> times = millis.get(row).stream().sorted().toList();
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.1f | %.1f | %.1f | %d | %.1fx |%n",
              names.get(row),
              median(times),
              times.get(0),
              times.get(times.size() - 1),
              times.size(),
              median(times) / base));
    }
    return text.toString();
  }

  static double median(List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
