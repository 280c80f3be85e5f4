/**
 * Where a change may go: paths, stages, targets, shards and what is edited there; start at {@link
 * PromotionPath}.
 */
@NullMarked
package dev.gatehouse.stage;

import org.jspecify.annotations.NullMarked;
