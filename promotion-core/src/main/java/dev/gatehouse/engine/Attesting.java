package dev.gatehouse.engine;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.evidence.Subject;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Place;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.StageName;
import java.util.List;
import java.util.Optional;

/** Takes facts that actors bring: who states them is who brings them, whatever the call says. */
final class Attesting {
  private Attesting() {}

  /** Returns the facts as they are recorded: without secrets, with their source and subject. */
  static List<Evidence> stated(
      List<Evidence> facts, Actor by, ApplicationName application, StageName stage) {
    SourceName source = SourceName.of(by);
    Subject ours = Subject.of(application, stage);
    return Hiding.facts(facts).stream()
        .map(fact -> fact.stated(source, Optional.of(fact.about().orElse(ours))))
        .toList();
  }

  /** Returns why the actor may not bring these facts with a proposal; none are always allowed. */
  static Optional<Reason> refusal(
      List<Evidence> facts, Caller claimed, Place place, Rulebook rules) {
    if (facts.isEmpty()) {
      return Optional.empty();
    }
    return rules
        .refusal(claimed, Verb.ATTEST, place)
        .map(
            reason ->
                new Reason(
                    reason.code(),
                    reason.what() + " The proposal brings facts, so nothing was recorded.",
                    reason.where(),
                    "Propose without facts. " + reason.next(),
                    reason.steps()));
  }
}
