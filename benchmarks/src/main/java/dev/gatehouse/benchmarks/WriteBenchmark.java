package dev.gatehouse.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One promotion, and many at once, by each way in turn on one repository.
 *
 * @param folder an empty folder on the disk that is measured
 * @param files how large the repository is
 * @param rounds how often each way is measured
 * @param coldRounds how often the slowest way is measured
 * @param many how many promotions go out at once
 */
record WriteBenchmark(Path folder, int files, int rounds, int coldRounds, int many) {
  List<String> run() throws Exception {
    Monorepo repository = Monorepo.create(folder.resolve("remote.git"), files);
    Table one = new Table();
    Table all = new Table();
    try (Way ours = new GatehouseWay(repository, folder);
        Way warm = new WarmShell(repository, folder);
        Way cold = new ColdShell(repository, folder)) {
      for (Way way : List.of(ours, warm)) {
        way.promote(0, 1, "warm-up-" + way.hashCode());
      }
      for (int round = 0; round < rounds; round++) {
        measure(one, ours, 0, 1, round);
        measure(one, warm, 0, 1, round);
        if (round < coldRounds) {
          measure(one, cold, 0, 1, round);
        }
      }
      for (int round = 0; round < Math.max(1, rounds / 3); round++) {
        measure(all, ours, 1, many, round);
        measure(all, warm, 1, many, round);
      }
    }
    return report(repository, one, all);
  }

  private static void measure(Table table, Way way, int first, int count, int round)
      throws Exception {
    long start = System.nanoTime();
    way.promote(first, count, "v" + round + "-" + Integer.toHexString(way.name().hashCode()));
    table.add(way.name(), (System.nanoTime() - start) / 1e6);
  }

  private List<String> report(Monorepo repository, Table one, Table all)
      throws IOException, InterruptedException {
    String commits = Shell.run(repository.bare(), "git", "rev-list", "--count", "main").strip();
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%n### %,d files, one promotion%n", repository.files()));
    lines.add(one.markdown("ms"));
    lines.add(
        String.format(
            Locale.ROOT,
            "%n### %,d files, %d promotions at once, one commit each%n",
            repository.files(),
            many));
    lines.add(all.markdown("ms"));
    lines.add("The branch has " + commits + " commits at the end.");
    return lines;
  }
}
