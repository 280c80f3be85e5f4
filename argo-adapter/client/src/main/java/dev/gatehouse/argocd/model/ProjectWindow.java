package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/**
 * A window as its project defines it.
 *
 * @param kind {@code allow} or {@code deny}; anything else must be taken for deny
 * @param schedule a cron expression with five parts
 * @param duration as {@code 1h30m}
 * @param timeZone an IANA name; UTC when missing
 * @param andOperator whether applications, namespaces and clusters must all match
 * @param manualSync whether syncs by hand pass
 */
public record ProjectWindow(
    String kind,
    String schedule,
    String duration,
    List<String> applications,
    List<String> namespaces,
    List<String> clusters,
    boolean manualSync,
    Optional<String> timeZone,
    boolean andOperator,
    Optional<String> description,
    boolean syncOverrun) {
  /** Copies the lists and fills what is missing. */
  public ProjectWindow {
    kind = Given.text(kind);
    schedule = Given.text(schedule);
    duration = Given.text(duration);
    applications = Given.list(applications);
    namespaces = Given.list(namespaces);
    clusters = Given.list(clusters);
    timeZone = Given.filled(timeZone);
    description = Given.filled(description);
  }
}
