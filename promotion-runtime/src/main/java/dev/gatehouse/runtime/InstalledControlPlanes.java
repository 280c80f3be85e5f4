package dev.gatehouse.runtime;

import dev.gatehouse.argo.config.ArgoFormat;
import dev.gatehouse.config.controlplane.ControlPlaneFormat;
import java.util.List;

/** The kinds of control planes that this program brings along. */
public final class InstalledControlPlanes {
  /** How each of them is written in {@code gatehouse.yaml}. */
  public static final List<ControlPlaneFormat<?, ?>> FORMATS = List.of(new ArgoFormat());

  private InstalledControlPlanes() {}
}
