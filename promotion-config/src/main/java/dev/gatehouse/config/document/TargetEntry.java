package dev.gatehouse.config.document;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.shape.Between;
import dev.gatehouse.config.shape.ExtensionPoint;
import dev.gatehouse.config.shape.Extensions;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.OneOrMany;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.ShortForm;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import java.time.Duration;
import java.util.Optional;

/**
 * A place where the change becomes real: a folder that one shard follows.
 *
 * @param place where it is
 * @param name its name, unique within the application
 * @param repository the repository of the desired state
 * @param shard who drives the targets; {target} and {stage} are replaced
 * @param folder the folder whose manifests a target renders; {application}, {stage}, {target} and
 *     {shard} are replaced
 * @param updates what promoting a change edits; the same placeholders are replaced
 * @param controlPlanes what is said to the control plane that follows a target
 * @param healthyWithin how long a target may take to become live after its write
 * @param writtenWithin how long a machine may keep a target from being written
 * @param order targets of a lower order go in earlier waves
 * @param tenants the tenants that use it
 */
@Says("A place where the change becomes real: a folder that one shard follows.")
@ShortForm("name")
public record TargetEntry(
    Place place,
    @Says(value = "Its name, unique within the application.", examples = "eu-west-1")
        @Spelled(Spelling.NAME)
        Located<String> name,
    @Says(
            value =
                "The repository of the desired state. Default: that of the level above, or the only"
                    + " one.",
            examples = "deploy")
        @Spelled(Spelling.NAME)
        Optional<Located<String>> repository,
    @Says(
            value =
                "Who drives the targets; {target} and {stage} are replaced. Default: that of the"
                    + " level above, or the only one.",
            examples = "eu-west")
        @Spelled(Spelling.NAME_TEMPLATE)
        Optional<Located<String>> shard,
    @Says(
            value =
                "The folder whose manifests a target renders; {application}, {stage}, {target} and"
                    + " {shard} are replaced. Default: that of the level above.",
            examples = "apps/{application}/{target}")
        @Spelled(Spelling.PATH)
        Optional<Located<String>> folder,
    @Says(
            "What promoting a change edits; the same placeholders are replaced. Default: those of"
                + " the level above.")
        Optional<Listing<UpdateEntry>> updates,
    @ExtensionPoint(FollowerEntry.POINT) Extensions controlPlanes,
    @Says(
            value =
                "How long a target may take to become live after its write before a person is"
                    + " asked. Default: that of the level above, else 1h.",
            examples = "30m")
        Optional<Duration> healthyWithin,
    @Says(
            value =
                "How long a target may wait to be written, for a slot of its shard or for the"
                    + " repository, before a person is asked. Default: that of the level above,"
                    + " else 1h.",
            examples = "2h")
        Optional<Duration> writtenWithin,
    @Says(value = "Targets of a lower order go in earlier waves. Default: 0.", examples = "1")
        @Between(min = 0, max = 1_000_000)
        Optional<Integer> order,
    @Says(value = "The tenants that use it.", examples = "acme") @Spelled(Spelling.NAME) @OneOrMany
        Listing<Located<String>> tenants) {
  /** Returns where its targets stand, as far as it is said here. */
  public Placement placement() {
    return new Placement(
        place, repository, shard, folder, updates, controlPlanes, healthyWithin, writtenWithin);
  }
}
