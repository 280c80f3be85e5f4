package dev.gatehouse.git.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Fetches into one copy, one at a time in this process: whoever comes while one runs shares the
 * next.
 *
 * <p>A hundred targets of a repository that was never here would otherwise bring it a hundred times
 * at once. Nobody is given an answer older than the question: a fetch that ran already is not
 * shared, a fetch that fails is, so that a silent remote is waited for once. Thread-safe.
 */
final class FetchTurn {
  private static final ConcurrentMap<Path, FetchTurn> OF = new ConcurrentHashMap<>();

  private final ReentrantLock turn = new ReentrantLock(true);
  private final AtomicLong begun = new AtomicLong();
  private @Nullable Answer last;

  private FetchTurn() {}

  /** The turn of a copy; a copy has one in the whole process. */
  static FetchTurn of(Path copy) {
    return OF.computeIfAbsent(copy.toAbsolutePath().normalize(), c -> new FetchTurn());
  }

  /** Answers with a fetch of the same branch that began after this call, our own or another's. */
  Optional<ObjectId> fetch(Remote remote, String branch, Ask ask) throws IOException {
    long asked = begun.get();
    turn.lock();
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

  /** How many wait for their turn now. */
  int waiting() {
    return turn.getQueueLength();
  }

  private static Answer run(long number, Remote remote, String branch, Ask ask) {
    try {
      return new Answer(number, remote, branch, ask.run(), null);
    } catch (IOException e) {
      return new Answer(number, remote, branch, Optional.empty(), e);
    }
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
