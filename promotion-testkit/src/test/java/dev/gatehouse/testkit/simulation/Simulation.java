package dev.gatehouse.testkit.simulation;

import dev.gatehouse.history.Recorded;
import dev.gatehouse.testkit.InMemoryCommit;
import dev.gatehouse.testkit.Rulebooks;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One run that follows from its seed alone. */
final class Simulation {
  private static final int TURNS = 200;

  /**
   * What a run came to.
   *
   * @param digest over every event and every commit, in order
   * @param promotions how many promotions there were
   * @param commits how many commits we made
   * @param deaths how many processes died
   */
  record Outcome(String digest, int promotions, int commits, int deaths) {}

  private Simulation() {}

  static Outcome run(long seed) {
    Random random = new Random(seed);
    Terms terms = Terms.draw(random);
    Set<String> all = Set.of("lab", "eu", "us");
    World world = new World(random, terms, List.of(all, Set.of("lab", "eu"), Set.of("us")));
    People people = new People(world);
    world.trouble(random.nextInt(5) * 0.04);
    for (int turn = 0; turn < TURNS; turn++) {
      if (random.nextInt(3) == 0 || !world.run()) {
        people.act(random.nextInt(People.KINDS), random.nextInt(100), random.nextInt(100));
      }
      Settling.everyOpenPromotionHasAWakeUp(world);
    }
    new Settling(world, people).settle();
    return outcome(world);
  }

  private static Outcome outcome(World world) {
    MessageDigest digest = sha256();
    for (Recorded recorded : world.store.all()) {
      digest.update(recorded.toString().getBytes(StandardCharsets.UTF_8));
    }
    List<InMemoryCommit> log = world.git.log(Rulebooks.BRANCH);
    log.forEach(commit -> digest.update(commit.id().value().getBytes(StandardCharsets.UTF_8)));
    int ours = (int) log.stream().filter(commit -> !commit.trailers().isEmpty()).count();
    return new Outcome(
        HexFormat.of().formatHex(digest.digest()),
        world.invariants.promotions().size(),
        ours,
        world.deaths());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
