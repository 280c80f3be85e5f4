package dev.gatehouse.config.document;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.shape.AtLeastOne;
import dev.gatehouse.config.shape.ExtensionPoint;
import dev.gatehouse.config.shape.Extensions;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.OneOrMany;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import dev.gatehouse.stage.Stage;
import java.time.Duration;
import java.util.Optional;

/**
 * An environment: its targets, and what has to be so before a change may enter.
 *
 * @param place where it is
 * @param name its name
 * @param after the stages that a change has passed before
 * @param requires whether all of them are needed or any
 * @param soak how long the change has run in the stages before
 * @param bake a longer watch after each wave
 * @param approvals more decisions
 * @param evidence more facts
 * @param windows on-request windows that apply, by name
 * @param definitionOfDone the checks that make a change done for this stage
 * @param repository the repository of the desired state
 * @param shard who drives the targets; {target} and {stage} are replaced
 * @param folder the folder whose manifests a target renders; {application}, {stage}, {target} and
 *     {shard} are replaced
 * @param updates what promoting a change edits; the same placeholders are replaced
 * @param controlPlanes what is said to the control plane that follows a target
 * @param healthyWithin how long a target may take to become live after its write
 * @param writtenWithin how long a machine may keep a target from being written
 * @param targets the places where the change becomes real
 */
@Says("An environment: its targets, and what has to be so before a change may enter.")
public record StageEntry(
    Place place,
    @Says(value = "Its name.", examples = "production") @Spelled(Spelling.NAME)
        Located<String> name,
    @Says(value = "The stages that a change has passed before.", examples = "staging")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Listing<Located<String>> after,
    @Says(value = "Whether all of them are needed or any. Default: all.", examples = "any")
        Optional<Stage.Requires> requires,
    @Says(value = "How long the change has run in the stages before.", examples = "1d")
        Optional<Duration> soak,
    @Says("A longer watch after each wave.") Optional<BakeEntry> bake,
    @Says("More decisions.") Optional<ApprovalsEntry> approvals,
    @Says("More facts.") Optional<Listing<EvidenceEntry>> evidence,
    @Says(value = "On-request windows that apply, by name.", examples = "working-hours")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Listing<Located<String>> windows,
    @Says("The checks that make a change done for this stage.")
        Optional<DoneEntry> definitionOfDone,
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
    @Says("The places where the change becomes real.") @AtLeastOne Listing<TargetEntry> targets) {
  /** Returns where its targets stand, as far as it is said here. */
  public Placement placement() {
    return new Placement(
        place, repository, shard, folder, updates, controlPlanes, healthyWithin, writtenWithin);
  }
}
