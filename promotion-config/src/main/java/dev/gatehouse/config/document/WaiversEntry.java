package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Says;
import java.time.Duration;
import java.util.Optional;

/**
 * What every waiver has to keep to.
 *
 * @param longest the longest time from the grant to the end
 */
@Says("What every waiver has to keep to.")
public record WaiversEntry(
    @Says(value = "The longest time from the grant to the end. Default: 30d.", examples = "7d")
        Optional<Duration> longest) {}
