/**
 * What a change can break, computed from its diff and explained; start at {@link
 * dev.gatehouse.risk.RiskModel}.
 */
@NullMarked
package dev.gatehouse.risk;

import org.jspecify.annotations.NullMarked;
