package dev.gatehouse.git.publish;

import dev.gatehouse.spi.Leases;
import dev.gatehouse.spi.Pause;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WriteIntents;
import java.time.InstantSource;

/**
 * What keeps committers of several processes and lives apart.
 *
 * @param intents remembers what was about to be pushed
 * @param leases lets one process at a time write to a branch
 * @param holder this process's name in leases
 * @param clock the time, for leases
 * @param steps is told at each named moment
 * @param pause waits between two tries
 */
public record Coordination(
    WriteIntents intents,
    Leases leases,
    String holder,
    InstantSource clock,
    Steps steps,
    Pause pause) {}
