package dev.gatehouse.spi;

import dev.gatehouse.stage.RunHandle;
import dev.gatehouse.stage.Target;
import java.time.Instant;
import java.util.Optional;

/**
 * Runs of a control plane that itself writes desired state: started once, watched until they end,
 * found again after a crash.
 *
 * <p>The engine records that it is about to start a run, starts it, and records the handle. When it
 * dies in between, it looks for the run before it starts another. Calls throw {@link
 * dev.gatehouse.reason.PlatformException} when the control plane does not answer; after {@link
 * #start} that means that the run may have been started. Thread-safe.
 */
public interface ControlPlaneRuns {
  /**
   * Tells before a run is intended why none can start now, and when one can; empty when nothing is
   * known to be against it, also when the control plane does not answer.
   */
  Optional<RunStart.Later> hold(Target target, Instant now);

  /**
   * Starts a run. Sends at most one request that could start it, and gives up on its answer within
   * a minute; a control plane that takes a key for such requests gets {@link RunRequest#id}.
   */
  RunStart start(RunRequest request, Instant now);

  /**
   * Looks for the run that an earlier {@link #start} of this request may have made, in a view of
   * the control plane that is not older than this call. Runs of other requests are never found.
   */
  RunSearch find(RunRequest request, Instant now);

  /** Returns how far a run is; one that has ended keeps its answer. */
  RunState watch(RunHandle handle, RunRequest request, Instant now);

  /** Asks for a run to be stopped; does nothing when it has ended. {@link #watch} tells its end. */
  void stop(RunHandle handle, RunRequest request, Instant now);
}
