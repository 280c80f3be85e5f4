package dev.gatehouse.spi;

import dev.gatehouse.evidence.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a source of evidence knows.
 *
 * @param facts the facts, dated; about the change and stage of the request where they say nothing
 * @param again when to ask again; empty leaves it to the engine
 */
public record EvidenceAnswer(List<Evidence> facts, Optional<Instant> again) {
  /** Copies the list. */
  public EvidenceAnswer {
    facts = List.copyOf(facts);
  }

  /** Returns an answer that leaves it to the engine when to ask again. */
  public static EvidenceAnswer of(List<Evidence> facts) {
    return new EvidenceAnswer(facts, Optional.empty());
  }
}
