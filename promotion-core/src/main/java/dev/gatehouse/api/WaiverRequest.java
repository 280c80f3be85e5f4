package dev.gatehouse.api;

import dev.gatehouse.approval.Waiver;
import dev.gatehouse.policy.GateName;
import java.time.Instant;

/**
 * What someone asks to be excused from.
 *
 * @param gate the gate
 * @param owner who answers for it
 * @param justification why
 * @param scope how far it reaches
 * @param expiresAt until when
 */
public record WaiverRequest(
    GateName gate, String owner, String justification, Waiver.Scope scope, Instant expiresAt) {}
