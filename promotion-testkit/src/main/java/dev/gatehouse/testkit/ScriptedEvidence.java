package dev.gatehouse.testkit;

import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.spi.EvidenceAnswer;
import dev.gatehouse.spi.EvidenceRequest;
import dev.gatehouse.spi.EvidenceSource;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** An evidence source that says what a test tells it to say; thread-safe. */
public final class ScriptedEvidence implements EvidenceSource {
  private static final ReasonCode DOWN = ReasonCode.of("evidence-unknown");
  private final SourceName name;
  private final Map<String, Evidence> facts = new TreeMap<>();
  private boolean down;
  private int asked;

  /** Creates a source that knows nothing yet. */
  public ScriptedEvidence(String name) {
    this.name = SourceName.of(name);
  }

  @Override
  public SourceName name() {
    return name;
  }

  /** Makes it say that a check is so, is not so, or is unknown, seen at this time. */
  public synchronized ScriptedEvidence says(
      String check, Evidence.Condition.Status status, Instant at) {
    facts.put(check, new Evidence.Condition(check, name.value(), at, status, "scripted"));
    return this;
  }

  /** Makes it say this fact. */
  public synchronized ScriptedEvidence says(Evidence fact) {
    facts.put(fact.check().value(), fact);
    return this;
  }

  /** Takes it down, or up again; while it is down every question fails. */
  public synchronized ScriptedEvidence down(boolean isDown) {
    this.down = isDown;
    return this;
  }

  @Override
  public boolean knows(CheckName check) {
    return true;
  }

  @Override
  public synchronized EvidenceAnswer ask(EvidenceRequest request) {
    asked++;
    if (down) {
      throw new PlatformException(
          new Reason(DOWN, "The source is down.", "source " + name, "Wait until it is up again."));
    }
    return EvidenceAnswer.of(
        facts.values().stream().filter(fact -> request.checks().contains(fact.check())).toList());
  }

  /** Returns how often it was asked. */
  public synchronized int asked() {
    return asked;
  }
}
