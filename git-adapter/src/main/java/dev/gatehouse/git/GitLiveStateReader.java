package dev.gatehouse.git;

import dev.gatehouse.change.Revision;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Returns whether a revision is on its branch, where no control plane can be asked for more.
 *
 * <p>Guarantees: a commit that was removed from the branch is never live, and fails nothing: who
 * removed it may bring it back; a remote that does not answer is unknown. Thread-safe.
 */
public final class GitLiveStateReader implements LiveStateReader {
  private static final Duration AGAIN = Duration.ofSeconds(30);
  private final Mirrors mirrors;

  /** A reader with these settings. */
  public GitLiveStateReader(GitSettings settings) {
    this.mirrors = new Mirrors(settings);
  }

  @Override
  public LiveState read(WrittenRevision written, Instant now) {
    Target target = written.target();
    Revision wanted = written.revision();
    try {
      boolean there =
          mirrors.atTip(target.repository(), (mirror, history) -> history.holds(wanted));
      return there ? LiveState.LIVE : not(LiveState.Status.UNKNOWN, missing(target, wanted), now);
    } catch (RefusedException e) {
      return not(LiveState.Status.UNKNOWN, e.reason(), now);
    } catch (PlatformException e) {
      return not(LiveState.Status.UNKNOWN, e.reason(), now);
    }
  }

  private static LiveState not(LiveState.Status status, Reason reason, Instant now) {
    return new LiveState(status, Optional.of(reason), Optional.of(now.plus(AGAIN)));
  }

  private static Reason missing(Target target, Revision wanted) {
    Repository repository = target.repository();
    return GitReasons.reason(
        GitReasons.NOT_ON_BRANCH,
        "commit " + wanted.brief() + " is not on the branch",
        repository.url() + " branch " + repository.branch(),
        "look at the branch's history; it may have been rewritten");
  }
}
