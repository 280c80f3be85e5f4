package dev.gatehouse.app.argo;

import dev.gatehouse.stage.ShardName;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found at the Argo CD of a shard.
 *
 * @param shard the shard
 * @param address where its Argo CD is
 * @param server what was found about the server and our token
 * @param targets what was found about each target of the shard; empty when nothing can be asked
 */
public record Checked(
    ShardName shard, String address, List<Finding> server, List<OfTarget> targets) {
  /** Copies the lists. */
  public Checked {
    server = List.copyOf(server);
    targets = List.copyOf(targets);
  }

  /**
   * What was found about one target.
   *
   * @param target the target, with application and stage
   * @param application the Argo CD application that it names
   * @param findings what was found
   */
  public record OfTarget(String target, String application, List<Finding> findings) {
    /** Copies the list. */
    public OfTarget {
      findings = List.copyOf(findings);
    }
  }

  /** Returns how many things are not as they should be. */
  public long missing() {
    return Stream.concat(
            server.stream(), targets.stream().flatMap(target -> target.findings().stream()))
        .filter(finding -> !finding.isGood())
        .count();
  }
}
