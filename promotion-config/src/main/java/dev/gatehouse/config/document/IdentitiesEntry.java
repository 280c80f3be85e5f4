package dev.gatehouse.config.document;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.shape.Key;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import java.util.Optional;

/**
 * Who is who, and in which groups.
 *
 * @param place where it is
 * @param defaultActor who acts on the command line when nobody is named
 * @param people people; only they decide
 * @param services bots and pipelines; they propose and execute
 * @param assistants aI helpers; they advise and never decide
 * @param groups groups by their members, besides the groups that people name
 */
@Says("Who is who, and in which groups.")
public record IdentitiesEntry(
    Place place,
    @Says(value = "The actor of the command line when none is given.", examples = "alice")
        @Key("default")
        @Spelled(Spelling.LOGIN)
        Optional<Located<String>> defaultActor,
    @Says("People; only they decide.") Listing<ActorEntry> people,
    @Says("Bots and pipelines; they propose and execute.") Listing<ActorEntry> services,
    @Says("AI helpers; they advise and never decide.") Listing<ActorEntry> assistants,
    @Says("Groups by their members, in addition to the groups in `people`.")
        Listing<GroupEntry> groups) {}
