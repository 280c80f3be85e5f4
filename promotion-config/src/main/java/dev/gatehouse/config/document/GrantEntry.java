package dev.gatehouse.config.document;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.shape.AtLeastOne;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.OneOrMany;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import dev.gatehouse.identity.Verb;

/**
 * A right that holds for some applications, stages or shards only.
 *
 * @param place where it is
 * @param verbs what may be done
 * @param groups who may do it
 * @param applications the applications; empty for all
 * @param stages the stages; empty for all
 * @param shards the shards; empty for all
 */
@Says("A right that holds for some applications, stages or shards only.")
public record GrantEntry(
    Place place,
    @Says(value = "What may be done.", examples = "approve") @OneOrMany @AtLeastOne
        Listing<Verb> verbs,
    @Says(value = "The groups that may do it.", examples = "platform")
        @Spelled(Spelling.NAME)
        @OneOrMany
        @AtLeastOne
        Listing<Located<String>> groups,
    @Says(value = "The applications it holds for. Default: all.", examples = "checkout")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Listing<Located<String>> applications,
    @Says(
            value = "The stages it holds for, in every such application. Default: all.",
            examples = "production")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Listing<Located<String>> stages,
    @Says(value = "The shards it holds for; for the verb execute. Default: all.", examples = "eu")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Listing<Located<String>> shards) {}
