/**
 * A promotion as the fold of its history, and the pure decision what comes next; start at {@link
 * PromotionDecider}.
 */
@NullMarked
package dev.gatehouse.promotion;

import org.jspecify.annotations.NullMarked;
