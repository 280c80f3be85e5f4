package dev.gatehouse.config.document;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.shape.AtLeastOne;
import dev.gatehouse.config.shape.Between;
import dev.gatehouse.config.shape.ExtensionPoint;
import dev.gatehouse.config.shape.Extensions;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.OneOrMany;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import dev.gatehouse.config.shape.Table;
import java.time.Duration;
import java.util.Optional;

/**
 * An application and the stages that its changes pass.
 *
 * @param place where it is
 * @param name its name
 * @param tier 1 for the applications everybody depends on, larger for the others
 * @param roles for each role, the groups whose members fill it here; goes before the roles of the
 *     file
 * @param repository the repository of the desired state
 * @param shard who drives the targets; {target} and {stage} are replaced
 * @param folder the folder whose manifests a target renders; {application}, {stage}, {target} and
 *     {shard} are replaced
 * @param updates what promoting a change edits; the same placeholders are replaced
 * @param controlPlanes what is said to the control plane that follows a target
 * @param healthyWithin how long a target may take to become live after its write
 * @param writtenWithin how long a machine may keep a target from being written
 * @param stages the stages, each after the ones it names
 */
@Says("An application and the stages that its changes pass.")
public record ApplicationEntry(
    Place place,
    @Says(value = "Its name.", examples = "checkout") @Spelled(Spelling.NAME) Located<String> name,
    @Says(
            value =
                "1 for the applications everybody depends on, larger for the others. Default: 3.",
            examples = "1")
        @Between(min = 1, max = 9)
        Optional<Integer> tier,
    @Says(
            value =
                "For each role, the groups whose members fill it here; goes before the roles of the"
                    + " file.",
            examples = "owner: [checkout-team]")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Table<Listing<Located<String>>> roles,
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
    @Says("The stages, each after the ones it names.") @AtLeastOne Listing<StageEntry> stages) {
  /** Returns where its targets stand, as far as it is said here. */
  public Placement placement() {
    return new Placement(
        place, repository, shard, folder, updates, controlPlanes, healthyWithin, writtenWithin);
  }
}
