package dev.gatehouse.gate;

import dev.gatehouse.policy.GateName;

/**
 * What one gate said.
 *
 * @param gate the gate
 * @param verdict its verdict
 */
public record GateResult(GateName gate, GateVerdict verdict) {}
