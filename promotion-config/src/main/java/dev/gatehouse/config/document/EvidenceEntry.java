package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.OneOrMany;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.ShortForm;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import java.time.Duration;
import java.util.Optional;

/**
 * A fact that is needed before the start, or while a wave bakes.
 *
 * @param check the name of the fact
 * @param maxAge how old it may be
 * @param atLeast the least number that is good enough
 * @param atMost the greatest number that is good enough
 * @param attested whether only a statement about the change itself is good enough
 * @param sources the sources whose facts count
 */
@Says(
    "A fact that is needed before the start; one whose name begins with bake. is needed while a wave"
        + " bakes.")
@ShortForm("check")
public record EvidenceEntry(
    @Says(value = "The name of the fact.", examples = "trust.tests") @Spelled(Spelling.CHECK)
        Located<String> check,
    @Says(value = "How old it may be. Default: any age.", examples = "30d")
        Optional<Duration> maxAge,
    @Says(
            value =
                "The least number that is good enough. Without a threshold only true is good enough.",
            examples = "80")
        Optional<Double> atLeast,
    @Says(value = "The greatest number that is good enough.", examples = "0.5")
        Optional<Double> atMost,
    @Says(
            value =
                "Only a statement about an artifact or the source commit of the change is good enough.",
            examples = "true")
        Optional<Boolean> attested,
    @Says(
            value =
                "The sources whose facts count, such as service:ci or argocd. Default: every source.",
            examples = "service:ci")
        @Spelled(Spelling.SOURCE)
        @OneOrMany
        Listing<Located<String>> sources) {}
