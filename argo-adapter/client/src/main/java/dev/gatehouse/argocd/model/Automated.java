package dev.gatehouse.argocd.model;

import java.util.Optional;

/**
 * The settings of automatic syncs.
 *
 * @param enabled missing means yes
 */
public record Automated(
    Optional<Boolean> enabled, boolean prune, boolean selfHeal, boolean allowEmpty) {
  /** Whether it acts: the settings may stay while it is switched off. */
  public boolean isOn() {
    return enabled.orElse(true);
  }
}
