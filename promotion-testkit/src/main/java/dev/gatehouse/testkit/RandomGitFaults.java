package dev.gatehouse.testkit;

import java.util.List;
import java.util.Random;

/** Faults at a rate, drawn from a seeded random, until they are stopped; not thread-safe. */
public final class RandomGitFaults implements GitFaults {
  private final Random random;
  private final double rate;
  private final List<GitFault> ofPush;
  private boolean stopped;

  /** Creates faults that lose nobody's commit: no force push. */
  public RandomGitFaults(Random random, double rate) {
    this(
        random,
        rate,
        List.of(GitFault.DOWN, GitFault.RACE, GitFault.ANSWER_LOST, GitFault.OUTSIDE_COMMIT));
  }

  /** Creates faults of these kinds for pushes; a fetch only finds the remote down or moved. */
  public RandomGitFaults(Random random, double rate, List<GitFault> ofPush) {
    this.random = random;
    this.rate = rate;
    this.ofPush = List.copyOf(ofPush);
  }

  /** Ends all faults. */
  public void stop() {
    stopped = true;
  }

  @Override
  public GitFault next(boolean push) {
    if (stopped || random.nextDouble() >= rate) {
      return GitFault.NONE;
    }
    if (push) {
      return ofPush.get(random.nextInt(ofPush.size()));
    }
    return random.nextBoolean() ? GitFault.DOWN : GitFault.OUTSIDE_COMMIT;
  }
}
