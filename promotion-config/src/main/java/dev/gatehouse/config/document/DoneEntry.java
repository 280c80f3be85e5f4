package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.AtLeastOne;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.ShortForm;
import java.time.Instant;
import java.util.Optional;

/**
 * The checks that make a change done for a stage.
 *
 * @param blocksFrom until then a miss only warns, for every check that does not say otherwise
 * @param checks the checks
 */
@Says("The checks that make a change done for a stage.")
@ShortForm("checks")
public record DoneEntry(
    @Says(
            value =
                "Until then a miss only warns, for every check that does not say otherwise. Default: blocks now.",
            examples = "2027-01-31")
        Optional<Instant> blocksFrom,
    @Says("The checks.") @AtLeastOne Listing<CheckEntry> checks) {}
