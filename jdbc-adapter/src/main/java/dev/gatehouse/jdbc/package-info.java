/**
 * The ledger, the wake-ups, leases and intents in H2 or PostgreSQL; start at {@link
 * dev.gatehouse.jdbc.JdbcPlatform}.
 */
@NullMarked
package dev.gatehouse.jdbc;

import org.jspecify.annotations.NullMarked;
