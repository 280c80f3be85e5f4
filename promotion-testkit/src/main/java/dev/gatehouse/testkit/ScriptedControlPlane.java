package dev.gatehouse.testkit;

import dev.gatehouse.spi.ControlPlane;
import dev.gatehouse.spi.Delivery;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.stage.ControlPlaneKind;
import dev.gatehouse.stage.ControlPlaneSettings;

/** A control plane of a kind that nobody else knows, made of scripted ports; thread-safe. */
public final class ScriptedControlPlane implements ControlPlane {
  /** The kind of it. */
  public static final ControlPlaneKind KIND = new ControlPlaneKind("scripted");

  /**
   * What a target says to it.
   *
   * @param object the name of something there
   */
  public record Settings(String object) implements ControlPlaneSettings {
    @Override
    public ControlPlaneKind kind() {
      return KIND;
    }
  }

  private final ScriptedLiveState live = new ScriptedLiveState();
  private final ScriptedSyncer syncer = new ScriptedSyncer();
  private final Delivery delivery;

  /** Creates one that follows Git, and where everything written is live. */
  public ScriptedControlPlane() {
    this.delivery = new Delivery.Follows(syncer);
  }

  /** Creates one that writes to Git on its own. */
  public ScriptedControlPlane(ScriptedRuns runs) {
    this.delivery = new Delivery.Writes(runs);
  }

  @Override
  public ControlPlaneKind kind() {
    return KIND;
  }

  @Override
  public LiveStateReader liveStateReader() {
    return live;
  }

  @Override
  public Delivery delivery() {
    return delivery;
  }

  /** Returns what it answers about its targets, for a test to change. */
  public ScriptedLiveState live() {
    return live;
  }

  /** Returns what it was asked to sync. */
  public ScriptedSyncer syncs() {
    return syncer;
  }
}
