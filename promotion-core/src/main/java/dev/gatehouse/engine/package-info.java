/**
 * The shell around the pure decider: reads, decides, appends, acts; start at {@link
 * PromotionEngine}.
 */
@NullMarked
package dev.gatehouse.engine;

import org.jspecify.annotations.NullMarked;
