package dev.gatehouse.argo.config;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.config.document.FollowerEntry;
import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.ShortForm;
import java.time.Duration;
import java.util.Optional;

/**
 * The Argo CD application that follows a target, and what makes it count as live.
 *
 * @param place where it is
 * @param application its name, with placeholders
 * @param project its project, with placeholders
 * @param namespace the namespace of the application object, with placeholders
 * @param sync who has it synced
 * @param newer what counts when a newer revision than the promoted one is live
 * @param toleratesDrift whether it may be healthy and out of sync
 * @param toleratesSuspended whether it counts as healthy while something in it is paused
 * @param settle how long it must stay healthy
 */
@Says(
    "The Argo CD application that follows a target, and what makes it count as live; none where"
        + " there is none, whatever a level above says.")
@ShortForm("application")
public record ArgoApplicationEntry(
    Place place,
    @Says(
            value = "Its name; {application}, {stage}, {target} and {shard} are replaced.",
            examples = "{application}-{target}")
        Located<String> application,
    @Says(
            value = "Its project; the same placeholders are replaced. Default: default.",
            examples = "payments")
        Optional<Located<String>> project,
    @Says(
            value =
                "The namespace of the application object; the same placeholders are replaced."
                    + " Default: that of the Argo CD.",
            examples = "argocd-apps")
        Optional<Located<String>> namespace,
    @Says(
            value =
                "Who has it synced: automatic (Argo CD syncs), requested (Gatehouse asks for"
                    + " it), pinned (Gatehouse moves its targetRevision). Default: automatic.",
            examples = "requested")
        Optional<ArgoApplication.Sync> sync,
    @Says(
            value =
                "What counts when a newer revision than the promoted one is live: refused (only the"
                    + " promoted one), same-folder (one that leaves the target's folder alone),"
                    + " any. Default: refused with sync pinned, else same-folder.",
            examples = "refused")
        Optional<ArgoApplication.Newer> newer,
    @Says(
            value =
                "Whether it may be healthy and out of sync, as where something else changes live"
                    + " objects. Default: false.",
            examples = "true")
        Optional<Boolean> toleratesDrift,
    @Says(
            value =
                "Whether it counts as healthy while something in it is paused, such as a suspended"
                    + " Job or CronJob or a paused rollout. Default: false.",
            examples = "true")
        Optional<Boolean> toleratesSuspended,
    @Says(value = "How long it must stay healthy before it counts. Default: 10s.", examples = "30s")
        Optional<Duration> settle)
    implements FollowerEntry {
  private static final String NONE = "none";

  /**
   * Returns whether {@code argo: none} is written, which takes away what a level above says; an
   * application of that name is written {@code argo: {application: none}}.
   */
  @Override
  public boolean isNone() {
    boolean alone = application.place().path().equals(place.path());
    return alone && application.value().equals(NONE);
  }
}
