package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.ShortForm;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A check of the definition of done.
 *
 * @param check the name of the fact
 * @param maxAge how old it may be
 * @param blocksFrom until then a miss only warns
 */
@Says("A check of the definition of done.")
@ShortForm("check")
public record CheckEntry(
    @Says(value = "The name of the fact.", examples = "doc.readme") @Spelled(Spelling.CHECK)
        Located<String> check,
    @Says(value = "How old it may be. Default: any age.", examples = "180d")
        Optional<Duration> maxAge,
    @Says(value = "Until then a miss only warns. Default: blocks now.", examples = "2027-01-31")
        Optional<Instant> blocksFrom) {}
