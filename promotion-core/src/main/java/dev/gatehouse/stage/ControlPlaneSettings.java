package dev.gatehouse.stage;

/**
 * What a target says to the control plane that follows it; only the adapter of its kind reads it.
 *
 * <p>Implementations are immutable records of values that {@link
 * dev.gatehouse.change.CanonicalDigest} takes: they are part of the digest of the rules, under the
 * simple name of the record, which must therefore be unique among all kinds and never change.
 */
public interface ControlPlaneSettings {
  /** Returns the kind of control plane that understands these settings. */
  ControlPlaneKind kind();
}
