package dev.gatehouse.gate;

import dev.gatehouse.stage.StageName;
import java.time.Instant;
import java.util.Optional;

/**
 * The latest stay of a change in a stage.
 *
 * @param stage the stage it was promoted to
 * @param since when that promotion succeeded
 * @param until when another change took its place, or empty while it is still there
 */
public record StagePass(StageName stage, Instant since, Optional<Instant> until) {}
