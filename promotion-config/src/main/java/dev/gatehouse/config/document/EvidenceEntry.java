package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.ShortForm;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import java.time.Duration;
import java.util.Optional;

/**
 * A fact that is needed before the start.
 *
 * @param check the name of the fact
 * @param maxAge how old it may be
 */
@Says("A fact that is needed before the start.")
@ShortForm("check")
public record EvidenceEntry(
    @Says(value = "The name of the fact.", examples = "trust.tests") @Spelled(Spelling.CHECK)
        Located<String> check,
    @Says(value = "How old it may be. Default: any age.", examples = "30d")
        Optional<Duration> maxAge) {}
