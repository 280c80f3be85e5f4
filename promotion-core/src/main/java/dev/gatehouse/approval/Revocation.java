package dev.gatehouse.approval;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.policy.GateName;
import java.time.Instant;

/**
 * An approval or a waiver that was taken back.
 *
 * @param gate the gate that it no longer opens
 * @param of who had given it
 * @param by who took it back
 * @param at when
 * @param why the reason
 */
public record Revocation(GateName gate, String of, Actor by, Instant at, String why) {}
