package dev.gatehouse.approval;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PlanHash;
import java.time.Instant;

/**
 * A person's signature under one plan.
 *
 * @param by who, with the groups at that time
 * @param planHash the plan that was signed
 * @param at when
 * @param comment why, may be empty
 */
public record Approval(Actor by, PlanHash planHash, Instant at, String comment) {}
