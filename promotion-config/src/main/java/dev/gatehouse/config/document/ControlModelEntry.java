package dev.gatehouse.config.document;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.shape.AtLeastOne;
import dev.gatehouse.config.shape.Key;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.OneOrMany;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.policy.WayBack;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import java.util.Optional;

/**
 * What is asked for a class and a level of risk. What is not named keeps its default.
 *
 * @param place where it is
 * @param classes the class of change, or several
 * @param levels the level of risk, or several
 * @param name its name, for people
 * @param order the sizes of the waves: a number of targets, a share such as 25%, each (one by one)
 *     or rest
 * @param firstBake how long the first wave is watched
 * @param laterBake how long every later wave is watched
 * @param approvals whose decisions are needed
 * @param evidence the facts needed before the start
 * @param windows on-request windows that apply, by name
 * @param wayBack the freest way back: revert automatically, ask a person, forward only, or stop
 * @param typedConfirmation whether someone must type what will be lost
 */
@Says("What is asked for a class and a level of risk. What is not named keeps its default.")
public record ControlModelEntry(
    Place place,
    @Says(value = "The class of change, or several.", examples = "application")
        @Key("class")
        @AtLeastOne
        @OneOrMany
        Listing<ChangeClass> classes,
    @Says(value = "The level of risk, or several.", examples = "high")
        @Key("level")
        @AtLeastOne
        @OneOrMany
        Listing<RiskLevel> levels,
    @Says("Its name, for people.") Optional<String> name,
    @Says(
            value =
                "The sizes of the waves: a number of targets, a share such as 25%, each (one by one) or rest.",
            examples = "25%")
        @OneOrMany
        Optional<Listing<Slice>> order,
    @Says("How long the first wave is watched.") Optional<BakeEntry> firstBake,
    @Says("How long every later wave is watched.") Optional<BakeEntry> laterBake,
    @Says("Whose decisions are needed.") Optional<ApprovalsEntry> approvals,
    @Says("The facts needed before the start.") Optional<Listing<EvidenceEntry>> evidence,
    @Says(value = "On-request windows that apply, by name.", examples = "working-hours")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Optional<Listing<Located<String>>> windows,
    @Says(
            value =
                "The most that may happen on failure: revert automatically, ask a person, forward only, or stop.",
            examples = "revert")
        Optional<WayBack> wayBack,
    @Says(value = "Whether a person must confirm by typing what will be lost.", examples = "true")
        Optional<Boolean> typedConfirmation) {}
