package dev.gatehouse.spi;

import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.evidence.SourceName;

/**
 * Knows facts about a change; asked by wake-ups of its own, never while something is decided.
 *
 * <p>Throws {@link dev.gatehouse.reason.PlatformException} when what it asks is down; the engine
 * records that as unknown. A call that takes too long is interrupted. Thread-safe.
 */
public interface EvidenceSource {
  /** Returns its name as it is in the facts; without a colon, and always the same. */
  SourceName name();

  /** Returns whether it can ever say something about this check. */
  boolean knows(CheckName check);

  /** Returns what it knows now about the checks that are asked; blocks until it knows. */
  EvidenceAnswer ask(EvidenceRequest request);
}
