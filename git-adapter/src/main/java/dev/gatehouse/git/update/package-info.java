/**
 * Turns the updates of a target and a change into a new tree, without a working tree.
 *
 * <p>Start at {@link dev.gatehouse.git.update.TargetEditor}.
 */
@NullMarked
package dev.gatehouse.git.update;

import org.jspecify.annotations.NullMarked;
