package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Between;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.ShortForm;
import dev.gatehouse.policy.Bake;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a wave is watched before the next one.
 *
 * @param time the least time
 * @param samples the least number of observations
 * @param health what a target that degrades meanwhile means
 */
@Says("How long a wave is watched before the next one.")
@ShortForm("time")
public record BakeEntry(
    @Says(value = "The least time.", examples = "15m") Optional<Duration> time,
    @Says(value = "The least number of observations.", examples = "100")
        @Between(min = 0, max = 1_000_000_000)
        Optional<Integer> samples,
    @Says(
            value =
                "What a target that degrades meanwhile means: watched (it has failed), ignored"
                    + " (health is not checked). Default: watched.",
            examples = "ignored")
        Optional<Bake.Health> health) {}
