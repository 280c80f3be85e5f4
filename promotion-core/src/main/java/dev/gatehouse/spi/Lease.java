package dev.gatehouse.spi;

import java.time.Instant;

/**
 * The right to be the only one at something for a while.
 *
 * @param resource what it is about
 * @param holder who has it
 * @param epoch a number that grows with every change of holder, never repeats
 * @param expiresAt when others may take it
 */
public record Lease(String resource, String holder, long epoch, Instant expiresAt) {}
