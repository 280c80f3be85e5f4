package dev.gatehouse.history;

import dev.gatehouse.plan.PromotionId;
import java.time.Instant;

/**
 * What a store keeps of a promotion beside its sealed rows; it must agree with them.
 *
 * @param promotion the promotion
 * @param application the application that it is found by
 * @param stage the stage that it is found by
 * @param open whether it is found among those that have not ended
 * @param outcome how it is counted in a track record; empty where it is not
 * @param since since when it is as it is, to the microsecond
 * @param summary its summary, as the store has it
 */
public record Indexed(
    PromotionId promotion,
    String application,
    String stage,
    boolean open,
    String outcome,
    Instant since,
    String summary) {}
