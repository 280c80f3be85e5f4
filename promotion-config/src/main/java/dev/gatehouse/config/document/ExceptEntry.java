package dev.gatehouse.config.document;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.OneOrMany;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;

/**
 * What a window does not apply to: changes that fit all of the keys given here.
 *
 * @param place where it is
 * @param classes the classes of change
 * @param levels the levels of risk
 * @param stages the stages
 */
@Says("What a window does not apply to: changes that fit all of the keys given here.")
public record ExceptEntry(
    Place place,
    @Says(value = "The classes of change. Default: all.", examples = "application") @OneOrMany
        Listing<ChangeClass> classes,
    @Says(value = "The levels of risk. Default: all.", examples = "low") @OneOrMany
        Listing<RiskLevel> levels,
    @Says(value = "The stages. Default: all.", examples = "staging")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Listing<Located<String>> stages) {}
