package dev.gatehouse.history;

import dev.gatehouse.plan.PromotionId;

/**
 * What a store searches a promotion by; it stands beside the sealed rows and must agree with them.
 *
 * @param promotion the promotion
 * @param application the application that it is found by
 * @param stage the stage that it is found by
 * @param open whether it is found among those that have not ended
 */
public record Indexed(PromotionId promotion, String application, String stage, boolean open) {}
