package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.OneOrMany;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import java.util.Optional;

/**
 * Which groups may do what. An empty list closes a verb for all.
 *
 * @param see the groups that may read plans, states and audits
 * @param propose the groups that may propose changes
 * @param attest the groups that may record facts
 * @param approve the groups that may approve plans
 * @param reject the groups that may reject plans
 * @param waive the groups that may grant policy exceptions
 * @param abort the groups that may stop promotions
 * @param execute the groups that may drive targets
 * @param administer the groups that may change settings
 * @param grants rights for some applications, stages or shards only
 */
@Says("Which groups may do what. An empty list closes a verb for all.")
public record RightsEntry(
    @Says(value = "The groups that may read plans, states and audits.", examples = "platform")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Optional<Listing<Located<String>>> see,
    @Says(value = "The groups that may propose changes.", examples = "platform")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Optional<Listing<Located<String>>> propose,
    @Says(
            value =
                "The groups that may record facts. Empty while `propose` has groups: no one may.",
            examples = "pipelines")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Optional<Listing<Located<String>>> attest,
    @Says(value = "The groups that may approve plans.", examples = "platform")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Optional<Listing<Located<String>>> approve,
    @Says(value = "The groups that may reject plans.", examples = "platform")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Optional<Listing<Located<String>>> reject,
    @Says(value = "The groups that may grant policy exceptions.", examples = "platform")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Optional<Listing<Located<String>>> waive,
    @Says(value = "The groups that may stop promotions.", examples = "platform")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Optional<Listing<Located<String>>> abort,
    @Says(value = "The groups that may drive targets.", examples = "platform")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Optional<Listing<Located<String>>> execute,
    @Says(value = "The groups that may change settings.", examples = "platform")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Optional<Listing<Located<String>>> administer,
    @Says(
            "Rights for some applications, stages or shards only. They add to those above; a verb that is named here only is closed everywhere else.")
        Listing<GrantEntry> grants) {}
