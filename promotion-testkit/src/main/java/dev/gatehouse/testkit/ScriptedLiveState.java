package dev.gatehouse.testkit;

import dev.gatehouse.change.Revision;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Target;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A control plane that answers what a test tells it to; live unless told; thread-safe. */
public final class ScriptedLiveState implements LiveStateReader {
  private final Map<String, LiveState.Status> answers = new HashMap<>();
  private final Set<Revision> written = new HashSet<>();
  private final Set<String> illBefore = new HashSet<>();
  private final Set<String> synced = new HashSet<>();
  private boolean down;

  /** Makes it answer this for a target from now on. */
  public synchronized ScriptedLiveState answer(String target, LiveState.Status status) {
    answers.put(target, status);
    return this;
  }

  /** Tells it that only revisions that were named here can be live. */
  public synchronized ScriptedLiveState onlyLive(Revision revision) {
    written.add(revision);
    return this;
  }

  /** Makes a target degraded before anything is written, or healthy again. */
  public synchronized ScriptedLiveState illBefore(String target, boolean isIll) {
    if (isIll) {
      illBefore.add(target);
    } else {
      illBefore.remove(target);
    }
    return this;
  }

  /** Tells that what is written to a target is applied, whatever its health. */
  public synchronized ScriptedLiveState synced(String target) {
    synced.add(target);
    return this;
  }

  /** Takes the control plane down, or up again. */
  public synchronized ScriptedLiveState down(boolean isDown) {
    this.down = isDown;
    return this;
  }

  @Override
  public synchronized LiveState read(WrittenRevision asked, Instant now) {
    Target target = asked.target();
    if (down) {
      throw new PlatformException(reason("control-plane-unavailable", target, "does not answer"));
    }
    boolean known = written.isEmpty() || written.contains(asked.revision());
    LiveState.Status usual = known ? LiveState.Status.LIVE : LiveState.Status.PROGRESSING;
    LiveState.Status status = answers.getOrDefault(target.name().value(), usual);
    if (status == LiveState.Status.LIVE) {
      return LiveState.LIVE;
    }
    String word = status.name().toLowerCase(java.util.Locale.ROOT);
    LiveState state =
        new LiveState(
            status,
            Optional.of(reason("target-" + word, target, "is " + word)),
            Optional.of(now.plusSeconds(10)));
    return synced.contains(target.name().value()) ? state.whenSynced() : state;
  }

  @Override
  public synchronized Optional<Reason> illBefore(Target target, Instant now) {
    return illBefore.contains(target.name().value())
        ? Optional.of(reason("target-degraded", target, "was degraded"))
        : Optional.empty();
  }

  private static Reason reason(String code, Target target, String what) {
    return new Reason(
        ReasonCode.of(code),
        "Target " + target.name() + " " + what + ".",
        "target " + target.name(),
        "Look at the control plane of shard " + target.shard() + ".");
  }
}
