package dev.gatehouse.spi;

import dev.gatehouse.change.Revision;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.stage.Target;
import java.time.Instant;

/**
 * A revision that holds the desired state of a target, and the promotion it is there for.
 *
 * @param promotion the promotion
 * @param target the target
 * @param revision the full commit id
 * @param at when it was written
 */
public record WrittenRevision(
    PromotionId promotion, Target target, Revision revision, Instant at) {}
