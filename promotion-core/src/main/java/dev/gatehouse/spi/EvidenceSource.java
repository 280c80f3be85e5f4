package dev.gatehouse.spi;

import dev.gatehouse.change.Change;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.stage.Stage;
import java.time.Instant;
import java.util.List;

/**
 * Brings dated facts about a change; thread-safe. A source that is down says so as an unknown
 * condition.
 */
public interface EvidenceSource {
  /** Returns the source's name as it stands in the facts. */
  String name();

  /** Returns every fact it knows about this change for this stage. */
  List<Evidence> about(Change change, Stage stage, Instant now);
}
