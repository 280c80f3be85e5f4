package dev.gatehouse.history;

import dev.gatehouse.reason.Reason;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the chain of checkpoints, and each one against the rows that pass by. */
final class CheckpointCheck {
  private final List<Checkpoint> checkpoints;
  private final RowsDigest digest = new RowsDigest();
  private int next;
  private @Nullable Reason firstBad;

  CheckpointCheck(List<Checkpoint> checkpoints) {
    this.checkpoints = List.copyOf(checkpoints);
    Checkpoint before = null;
    for (Checkpoint checkpoint : this.checkpoints) {
      if (!follows(before, checkpoint)) {
        bad(AuditFinding.CHECKPOINT, checkpoint, 0);
      }
      before = checkpoint;
    }
    seal(0);
  }

  private static boolean follows(@Nullable Checkpoint before, Checkpoint checkpoint) {
    long number = before == null ? 0 : before.number();
    long entries = before == null ? 0 : before.entries();
    String hash = before == null ? HashChain.GENESIS : before.hash();
    return checkpoint.isSound()
        && checkpoint.number() == number + 1
        && checkpoint.entries() >= entries
        && checkpoint.previousHash().equals(hash);
  }

  void row(String hash, long count) {
    digest.add(hash);
    seal(count);
  }

  private void seal(long count) {
    while (next < checkpoints.size() && checkpoints.get(next).entries() <= count) {
      Checkpoint checkpoint = checkpoints.get(next);
      if (!digest.seal().equals(checkpoint.rowsHash())) {
        bad(AuditFinding.SEAL, checkpoint, next == 0 ? 0 : checkpoints.get(next - 1).entries());
      }
      next++;
    }
  }

  Optional<Reason> firstBad() {
    if (firstBad == null && next < checkpoints.size()) {
      bad(AuditFinding.SEAL, checkpoints.get(next), 0);
    }
    return Optional.ofNullable(firstBad);
  }

  int count() {
    return checkpoints.size();
  }

  private void bad(AuditFinding finding, Checkpoint checkpoint, long after) {
    if (firstBad == null) {
      firstBad =
          finding.at(
              "checkpoint "
                  + checkpoint.number()
                  + ", rows "
                  + (after + 1)
                  + " to "
                  + checkpoint.entries());
    }
  }
}
