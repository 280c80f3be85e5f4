package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.AtLeastOne;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Needed;
import dev.gatehouse.config.shape.OneOrMany;
import dev.gatehouse.config.shape.OpenForAnchors;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import dev.gatehouse.config.shape.Table;
import java.util.Optional;

/**
 * The rules by which changes move from stage to stage.
 *
 * @param apiVersion the version of this format
 * @param ledger where events are kept
 * @param commits the author of commits, for every repository that does not say otherwise
 * @param repositories the Git repositories that hold desired state
 * @param mirrors registries that hold copies of images
 * @param shards the control planes that changes are rolled out on
 * @param identities who is who
 * @param roles for each role that approvals name, the groups whose members fill it
 * @param rights which groups may do what
 * @param waivers what every waiver has to keep to
 * @param windows times in which promotions may start, or may not
 * @param controlModels changes to the built-in control models
 * @param rollbacks what a rollback asks for
 * @param applications the applications and the stages that their changes pass
 */
@Says("The rules by which changes move from stage to stage.")
@OpenForAnchors
public record GatehouseDocument(
    @Says(value = "The version of this format.", examples = "gatehouse.dev/v1") @Needed
        Optional<ApiVersion> apiVersion,
    @Says("Where events are kept. Without it: an embedded database beside this file.")
        Optional<LedgerEntry> ledger,
    @Says("The author of commits, for every repository that does not set one.")
        Optional<CommitsEntry> commits,
    @Says("The Git repositories that hold desired state.") @AtLeastOne
        Listing<RepositoryEntry> repositories,
    @Says("Registries that hold copies of images; a copy counts as its original.")
        Listing<MirrorEntry> mirrors,
    @Says("The control planes that changes are rolled out on.") @AtLeastOne
        Listing<ShardEntry> shards,
    @Says("Who is who. Without it, the groups that callers bring are believed.")
        Optional<IdentitiesEntry> identities,
    @Says(
            value =
                "For each role that approvals name, the groups whose members fill it. A role without an entry is the group of that name.",
            examples = "owner: [checkout-team]")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Table<Listing<Located<String>>> roles,
    @Says("Which groups may do what. A verb without an entry is open to every person and service.")
        Optional<RightsEntry> rights,
    @Says("What every waiver has to keep to.") Optional<WaiversEntry> waivers,
    @Says("Times in which promotions may start, or may not. A deny always wins.")
        Listing<WindowEntry> windows,
    @Says("Changes to the built-in control models. What is not named keeps its default.")
        Listing<ControlModelEntry> controlModels,
    @Says("What a rollback asks for. Without it: no approvals, and windows do not hold it.")
        Optional<RollbacksEntry> rollbacks,
    @Says("The applications and the stages that their changes pass.") @AtLeastOne
        Listing<ApplicationEntry> applications) {}
