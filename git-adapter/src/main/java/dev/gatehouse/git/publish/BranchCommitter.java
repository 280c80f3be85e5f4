package dev.gatehouse.git.publish;

import dev.gatehouse.git.commit.SigningFailedException;
import dev.gatehouse.git.manifest.ManifestReader;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.refusal.Unreachable;
import dev.gatehouse.git.remote.Mirror;
import dev.gatehouse.git.remote.Push;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.PromotionException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.stage.Repository;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one who writes to a branch: anyone who comes while it is busy waits, and all who wait go out
 * in one push.
 *
 * <p>Guarantees: one commit per work, at most once whatever dies in between; others' commits are
 * never lost; never forces. Throws {@link PlatformException} when the remote does not answer, the
 * signing program gives no signature or others are faster for too long. Thread-safe; several
 * processes may have one each for the same branch, the lease lets one of them at a time push.
 */
public final class BranchCommitter {
  private static final int MOST_AT_ONCE = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private final Repository branch;
  private final BatchWriter drain;
  private final Duration patience;
  private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  /** A committer for one branch. */
  public BranchCommitter(
      Repository branch,
      Supplier<Mirror> mirror,
      Push push,
      Coordination coordination,
      PublishSettings settings,
      ManifestReader manifests) {
    this(branch, mirror, push, coordination, settings, manifests, PATIENCE);
  }

  /** A committer whose callers wait no longer than this for the works of others. */
  public BranchCommitter(
      Repository branch,
      Supplier<Mirror> mirror,
      Push push,
      Coordination coordination,
      PublishSettings settings,
      ManifestReader manifests,
      Duration patience) {
    this.patience = patience;
    this.branch = branch;
    this.drain = new BatchWriter(branch, mirror, push, coordination, settings, manifests);
  }

  /** Brings a work to the branch and waits for it. */
  public WriteOutcome publish(Work work) {
    Waiting mine = new Waiting(work, new CompletableFuture<>());
    queue.add(mine);
    if (!getsTurn() && !mine.answer().isDone()) {
      queue.remove(mine);
      return new WriteOutcome.Held(slow(), WriteOutcome.Held.Cause.RACE);
    }
    if (!turn.isHeldByCurrentThread()) {
      return mine.await();
    }
    try {
      while (!mine.answer().isDone()) {
        next();
      }
    } finally {
      turn.unlock();
    }
    return mine.await();
  }

  /** A slow remote holds one thread, and not every thread that has something for it. */
  private boolean getsTurn() {
    try {
      return turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Reason slow() {
    return GitReasons.reason(
        GitReasons.BUSY,
        "another write to the branch takes longer than %d seconds".formatted(patience.toSeconds()),
        CommitChain.where(branch),
        "no action needed; it is tried again, and a commit that was made meanwhile is found");
  }

  private void next() {
    List<Waiting> batch = new ArrayList<>();
    queue.drainTo(batch, MOST_AT_ONCE);
    Map<Work, List<Waiting>> byWork = new LinkedHashMap<>();
    batch.forEach(w -> byWork.computeIfAbsent(w.work(), k -> new ArrayList<>()).add(w));
    try {
      Map<Work, WriteOutcome> outcomes = drain.publish(List.copyOf(byWork.keySet()));
      byWork.forEach((work, all) -> all.forEach(w -> w.complete(outcomes.get(work))));
    } catch (SigningFailedException e) {
      String what = String.valueOf(e.getMessage());
      String where = CommitChain.where(branch);
      fail(batch, GitReasons.reason(GitReasons.SIGNING_FAILED, what, where, e.next()), e);
    } catch (IOException e) {
      fail(batch, Unreachable.reason(e, CommitChain.where(branch)), e);
    } catch (RuntimeException | Error e) {
      batch.forEach(w -> w.answer().completeExceptionally(e));
    }
  }

  private static void fail(List<Waiting> batch, Reason reason, IOException cause) {
    PlatformException broken = new PlatformException(reason, cause);
    batch.forEach(w -> w.answer().completeExceptionally(broken));
  }

  private record Waiting(Work work, CompletableFuture<WriteOutcome> answer) {
    void complete(@Nullable WriteOutcome outcome) {
      if (outcome == null) {
        answer.completeExceptionally(
            new IllegalStateException("no answer for " + work.request().promotion()));
      } else {
        answer.complete(outcome);
      }
    }

    WriteOutcome await() {
      try {
        return answer.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof PromotionException known) {
          throw known;
        }
        throw e;
      }
    }
  }
}
