package dev.gatehouse.stage;

import dev.gatehouse.reason.Naming;

/**
 * The kind of a control plane, such as {@code argo-cd}; its adapter chooses it.
 *
 * @param value the word, as people read it in messages
 */
public record ControlPlaneKind(String value) {
  /** Checks the spelling. */
  public ControlPlaneKind {
    Naming.require("control plane kind", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
