/**
 * What will happen, sealed by a hash that approvals sign; start at {@link dev.gatehouse.plan.Plan}.
 */
@NullMarked
package dev.gatehouse.plan;

import org.jspecify.annotations.NullMarked;
