package dev.gatehouse.config.document;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.OneOrMany;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.ShortForm;
import dev.gatehouse.policy.Quorum;
import java.time.Duration;
import java.util.Optional;

/**
 * Whose decisions are needed.
 *
 * @param place where it is
 * @param quorums all of them have to be met; one person fills one seat
 * @param separationOfDuties whether authors and the proposer are barred from approving
 * @param validFor how long an approval is valid
 */
@Says("Whose decisions are needed.")
@ShortForm("quorums")
public record ApprovalsEntry(
    Place place,
    @Says(value = "All of them have to be met; one person fills one seat.", examples = "1 of owner")
        @OneOrMany
        Optional<Listing<Located<Quorum>>> quorums,
    @Says(value = "Whether authors and the proposer are barred from approving.", examples = "true")
        Optional<Boolean> separationOfDuties,
    @Says(value = "How long an approval is valid.", examples = "7d") Optional<Duration> validFor) {}
