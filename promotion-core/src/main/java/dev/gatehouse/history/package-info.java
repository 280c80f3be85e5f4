/**
 * What happened, and the proof that nothing was altered; start at {@link
 * dev.gatehouse.history.PromotionEvent}.
 */
@NullMarked
package dev.gatehouse.history;

import org.jspecify.annotations.NullMarked;
