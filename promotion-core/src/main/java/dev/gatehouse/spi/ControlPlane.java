package dev.gatehouse.spi;

import dev.gatehouse.stage.ControlPlaneKind;
import java.util.List;

/**
 * One kind of control plane behind the ports of the core, for all shards that have one.
 *
 * <p>The engine finds it by the kind that a target's settings name; nothing else in the core knows
 * that it exists. Thread-safe.
 */
public interface ControlPlane {
  /** Returns the kind; two control planes of one engine never share it. */
  ControlPlaneKind kind();

  /** Returns what tells whether revisions are live; always the same one. */
  LiveStateReader liveStateReader();

  /** Returns who writes the desired state, and what has it made live. */
  Delivery delivery();

  /** Returns the facts that it can bring; none unless it says so. */
  default List<EvidenceSource> evidence() {
    return List.of();
  }
}
