package dev.gatehouse.testkit;

import dev.gatehouse.change.Change;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.spi.EvidenceSource;
import dev.gatehouse.stage.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An evidence source that says what a test tells it to say; thread-safe. */
public final class ScriptedEvidence implements EvidenceSource {
  private final String name;
  private final Map<String, Evidence> facts = new TreeMap<>();
  private boolean down;

  /** Creates a source that knows nothing yet. */
  public ScriptedEvidence(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  /** Makes it say that a check is so, is not so, or is unknown, seen at this time. */
  public synchronized ScriptedEvidence says(
      String check, Evidence.Condition.Status status, Instant at) {
    facts.put(check, new Evidence.Condition(check, name, at, status, "scripted"));
    return this;
  }

  /** Makes it say this fact. */
  public synchronized ScriptedEvidence says(Evidence fact) {
    facts.put(fact.check().value(), fact);
    return this;
  }

  /** Takes it down, or up again; while it is down it knows no answer to anything. */
  public synchronized ScriptedEvidence down(boolean isDown) {
    this.down = isDown;
    return this;
  }

  @Override
  public synchronized List<Evidence> about(Change change, Stage stage, Instant now) {
    if (!down) {
      return List.copyOf(facts.values());
    }
    List<Evidence> unknown = new ArrayList<>();
    facts
        .keySet()
        .forEach(
            check ->
                unknown.add(
                    new Evidence.Condition(
                        check,
                        name,
                        now,
                        Evidence.Condition.Status.UNKNOWN,
                        "the source is down")));
    return List.copyOf(unknown);
  }
}
