package dev.gatehouse.app.drive;

import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;

/**
 * What a control plane showed of a target, when that was something new.
 *
 * @param promotion the promotion that waits for it
 * @param target the target
 * @param seen what was shown
 * @param at when
 */
public record Observation(
    PromotionId promotion, TargetName target, LiveState.Observed seen, Instant at) {}
