package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;

/**
 * A window as the view of an application shows it: neither time zone nor what it applies to.
 *
 * @param kind {@code allow} or {@code deny}
 * @param schedule a cron expression
 * @param duration as {@code 1h30m}
 */
public record SyncWindow(String kind, String schedule, String duration, boolean manualSync) {
  /** Fills what is missing. */
  public SyncWindow {
    kind = Given.text(kind);
    schedule = Given.text(schedule);
    duration = Given.text(duration);
  }
}
