package dev.gatehouse.git.remote;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Fetches into one copy, one at a time in this process: anyone who comes while one runs shares the
 * next.
 *
 * <p>A hundred targets of a repository that was never here would otherwise bring it a hundred times
 * at once. Nobody is given an answer older than the question: a fetch that ran already is not
 * shared, a fetch that fails is, so that a silent remote is waited for once.
 *
 * <p>A slow remote takes one thread and no more: callers wait a few seconds for a fetch and are
 * refused after that; and after a fetch that failed slowly the remote is left alone for as long as
 * that took, a minute at most. Thread-safe.
 */
final class FetchTurn {
  private static final ConcurrentMap<Path, FetchTurn> OF = new ConcurrentHashMap<>();
  private static final long WAIT_NANOS = SECONDS.toNanos(5);
  private static final long LONGEST_REST_NANOS = SECONDS.toNanos(60);

  private final ReentrantLock turn = new ReentrantLock(true);
  private final AtomicLong begun = new AtomicLong();
  private final LongSupplier nanos;
  private @Nullable Answer last;
  private volatile @Nullable Long runningSince;
  private volatile @Nullable Rest rest;

  private FetchTurn(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Until when a remote that failed slowly is left alone, and what it said. */
  private record Rest(Remote remote, long until, String said) {}

  /** A turn with a clock of its own, for tests. */
  static FetchTurn measuredBy(LongSupplier nanos) {
    return new FetchTurn(nanos);
  }

  /** The turn of a copy; a copy has one in the whole process. */
  static FetchTurn of(Path copy) {
    return OF.computeIfAbsent(
        copy.toAbsolutePath().normalize(), c -> new FetchTurn(System::nanoTime));
  }

  /**
   * Answers with a fetch of the same branch that began after this call, our own or another's.
   *
   * @throws RemoteUnavailableException when the remote is so slow that it is not waited for
   */
  Optional<ObjectId> fetch(Remote remote, String branch, Ask ask) throws IOException {
    long asked = begun.get();
    await(remote);
    try {
      Answer shared = last;
      if (shared == null || !shared.answers(asked, remote, branch)) {
        shared = run(begun.incrementAndGet(), remote, branch, ask);
        last = shared;
      }
      return shared.tip();
    } finally {
      turn.unlock();
    }
  }

  private void await(Remote remote) throws RemoteUnavailableException {
    refuseWhileResting(remote);
    Long since = runningSince;
    long left = since == null ? WAIT_NANOS : WAIT_NANOS - (nanos.getAsLong() - since);
    try {
      if (turn.tryLock(Math.max(0, left), NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new RemoteUnavailableException(
        remote.url(),
        "another fetch of it takes longer than %d seconds, and this one does not wait"
            .formatted(NANOSECONDS.toSeconds(WAIT_NANOS)));
  }

  private void refuseWhileResting(Remote remote) throws RemoteUnavailableException {
    Rest now = rest;
    if (now != null && now.remote().equals(remote)) {
      long left = now.until() - nanos.getAsLong();
      if (left > 0) {
        throw new RemoteUnavailableException(
            remote.url(),
            "%s; it is asked again in %d seconds"
                .formatted(now.said(), NANOSECONDS.toSeconds(left) + 1));
      }
    }
  }

  private Answer run(long number, Remote remote, String branch, Ask ask) {
    long start = nanos.getAsLong();
    runningSince = start;
    try {
      Answer answer = new Answer(number, remote, branch, ask.run(), null);
      rest = null;
      return answer;
    } catch (IOException e) {
      long took = nanos.getAsLong() - start;
      if (took > WAIT_NANOS && e instanceof RemoteUnavailableException silent) {
        long pause = Math.min(took, LONGEST_REST_NANOS);
        rest = new Rest(remote, nanos.getAsLong() + pause, silent.said());
      }
      return new Answer(number, remote, branch, Optional.empty(), e);
    } finally {
      runningSince = null;
    }
  }

  /** How many wait for their turn now. */
  int waiting() {
    return turn.getQueueLength();
  }

  /** What is done in a turn. */
  @FunctionalInterface
  interface Ask {
    Optional<ObjectId> run() throws IOException;
  }

  private record Answer(
      long number,
      Remote remote,
      String branch,
      Optional<ObjectId> found,
      @Nullable IOException failure) {

    boolean answers(long asked, Remote who, String what) {
      return number > asked && remote.equals(who) && branch.equals(what);
    }

    Optional<ObjectId> tip() throws IOException {
      if (failure != null) {
        throw failure;
      }
      return found;
    }
  }
}
