package dev.gatehouse.config.settings;

import dev.gatehouse.stage.ControlPlaneKind;

/**
 * How the control plane of a shard is reached; an immutable record of its adapter, without secrets.
 */
public interface ControlPlaneServer {
  /** Returns the kind of control plane. */
  ControlPlaneKind kind();
}
