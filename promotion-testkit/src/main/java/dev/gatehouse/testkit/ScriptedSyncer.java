package dev.gatehouse.testkit;

import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** A control plane that starts syncs as a test tells it to; accepts unless told; thread-safe. */
public final class ScriptedSyncer implements Syncer {
  private final Map<String, BiFunction<WrittenRevision, Instant, SyncOutcome>> answers =
      new HashMap<>();
  private final Map<String, Instant> closed = new HashMap<>();
  private final List<String> started = new ArrayList<>();
  private SyncOutcome rollBack = new SyncOutcome.NotNeeded();
  private boolean down;

  /** Makes it sync a target automatically, so that nobody has to ask. */
  public synchronized ScriptedSyncer automatic(String target) {
    answers.put(target, (written, now) -> new SyncOutcome.NotNeeded());
    return this;
  }

  /** Closes a window for a target; it opens at this time. */
  public synchronized ScriptedSyncer closedUntil(String target, Instant opens) {
    closed.put(target, opens);
    return this;
  }

  /** Makes it refuse a target. */
  public synchronized ScriptedSyncer refuses(String target) {
    answers.put(
        target,
        (written, now) ->
            new SyncOutcome.Refused(reason("sync-refused", written.target(), "may not be synced")));
    return this;
  }

  /** Makes it answer this when it is asked to roll back. */
  public synchronized ScriptedSyncer rollsBack(SyncOutcome answer) {
    this.rollBack = answer;
    return this;
  }

  /** Takes the control plane down, or up again. */
  public synchronized ScriptedSyncer down(boolean isDown) {
    this.down = isDown;
    return this;
  }

  /** Returns the syncs that were started, as {@code target revision}, oldest first. */
  public synchronized List<String> started() {
    return List.copyOf(started);
  }

  @Override
  public synchronized Optional<SyncOutcome.Later> hold(Target target, Instant now) {
    return down ? Optional.empty() : window(target, now);
  }

  private Optional<SyncOutcome.Later> window(Target target, Instant now) {
    Reason reason = reason("window-closed", target, "is in a closed window");
    return Optional.ofNullable(closed.get(target.name().value()))
        .filter(now::isBefore)
        .map(opens -> new SyncOutcome.Later(reason, opens));
  }

  @Override
  public synchronized SyncOutcome sync(WrittenRevision written, Instant now) {
    if (down) {
      throw new PlatformException(
          reason("control-plane-unavailable", written.target(), "does not answer"));
    }
    Optional<SyncOutcome.Later> window = window(written.target(), now);
    return window.isPresent()
        ? window.get()
        : answers
            .getOrDefault(written.target().name().value(), (asked, at) -> start(asked))
            .apply(written, now);
  }

  @Override
  public synchronized SyncOutcome rollBack(WrittenRevision failed, Instant now) {
    return rollBack;
  }

  private SyncOutcome start(WrittenRevision written) {
    String sync = written.target().name() + " " + written.revision().value();
    if (!started.contains(sync)) {
      started.add(sync);
    }
    return new SyncOutcome.Asked();
  }

  private static Reason reason(String code, Target target, String what) {
    return new Reason(
        ReasonCode.of(code),
        "Target " + target.name() + " " + what + ".",
        "target " + target.name(),
        "Look at the control plane of shard " + target.shard() + ".");
  }
}
