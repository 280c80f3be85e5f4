/**
 * Dated facts that a gate judges; sealed by shape, open by source; start at {@link
 * dev.gatehouse.evidence.Evidence}.
 */
@NullMarked
package dev.gatehouse.evidence;

import org.jspecify.annotations.NullMarked;
