package dev.gatehouse.git.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gatehouse.git.oracle.KonfluxData.Oracle;
import dev.gatehouse.git.oracle.Replay.Attempt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A promotion that a real Kargo made, made at its parent by our writer from a path file, pushes the
 * same tree byte for byte.
 */
class KonfluxOracleTest {
  private static final int ALL = 172;
  private static final int EXPRESSED = 171;
  private static final int MATCHED = 168;

  private static final String REFORMATTED =
      " The bot ran `kustomize edit set image`, which re-indented the list and dropped a blank line; ours"
          + " adds the two lines of the new entry and leaves the others alone.";
  private static final Map<String, String> KNOWN =
      Map.of(
          "#13084",
          " The bot pointed the ring at another base folder by hand-written text; no update kind"
              + " writes text that is not part of the change.",
          "#13155",
          " The bot's copy left fake-configmap.yaml behind, which its next promotion (#13159)"
              + " removed; ours removes it at once.",
          "#13300",
          REFORMATTED,
          "#13301",
          REFORMATTED);

  @TempDir Path folder;

  @Test
  void theSamePromotionGivesTheSameTree() throws Exception {
    Optional<Path> bundle = KonfluxData.bundle();
    assumeThat(bundle).isPresent();
    List<String> misses = new ArrayList<>();
    int expressed = 0;
    int matched = 0;
    try (Repository remote = KonfluxData.open(bundle.get(), folder.resolve("k.git"))) {
      Replay replay = new Replay(remote, new PathFiles(), folder.resolve("caches"));
      List<Oracle> oracles = KonfluxData.oracles(remote);
      assertThat(oracles).hasSize(ALL);
      for (Oracle oracle : oracles) {
        Attempt attempt = replay.of(oracle);
        expressed += attempt.expressed() ? 1 : 0;
        matched += attempt.matched() ? 1 : 0;
        if (!attempt.matched()) {
          misses.add(miss(oracle, attempt));
        }
      }
    }
    String line = "oracles: expressed %d of %d, matched %d".formatted(expressed, ALL, matched);
    System.out.println(line);
    misses.forEach(m -> System.out.println("  miss: " + m));
    Files.createDirectories(Path.of("target"));
    Files.writeString(
        Path.of("target/oracles.txt"), line + "\n" + String.join("\n", misses) + "\n");
    assertThat(expressed).isGreaterThanOrEqualTo(EXPRESSED);
    assertThat(matched).isGreaterThanOrEqualTo(MATCHED);
    assertThat(misses).noneMatch(m -> m.endsWith("UNEXPLAINED"));
  }

  private static String miss(Oracle oracle, Attempt attempt) {
    return oracle.name()
        + ": "
        + attempt.why()
        + KNOWN.getOrDefault(oracle.pullRequest(), " UNEXPLAINED");
  }
}
