package dev.gatehouse.engine;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Author;
import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.reason.Nearest;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds names in a call that are accepted and look like a mistake. */
final class Looks {
  private static final ReasonCode UNASKED_FACT = ReasonCode.of("unasked-fact");
  private static final ReasonCode UNKNOWN_AUTHOR = ReasonCode.of("unknown-author");

  private Looks() {}

  /** Returns a notice for each fact that no control model, stage or check asks for. */
  static List<Reason> facts(ApplicationName application, List<Evidence> facts, Rulebook rules) {
    Set<CheckName> asked = rules.factsAsked(application);
    return facts.stream()
        .map(Evidence::check)
        .distinct()
        .filter(check -> !asked.contains(check))
        .map(check -> unasked(check, application, asked))
        .toList();
  }

  private static Reason unasked(
      CheckName check, ApplicationName application, Set<CheckName> asked) {
    List<String> names = asked.stream().map(CheckName::value).toList();
    String guess =
        Nearest.to(check.value(), names).map(near -> "Did you mean '" + near + "'? ").orElse("");
    return new Reason(
        UNASKED_FACT,
        "The fact '" + check + "' is recorded, and nothing asks for it.",
        "application " + application,
        guess
            + "To have it asked for, add it to `evidence` or `definitionOfDone` in gatehouse.yaml.");
  }

  /** Returns a notice for each author whose name is close to a known one. */
  static List<Reason> authors(List<Author> authors, Directory directory) {
    List<Reason> notices = new ArrayList<>();
    for (Author author : authors) {
      String guess = directory.guess(author.id());
      if (!directory.isEmpty() && directory.find(author.id()).isEmpty() && !guess.isEmpty()) {
        notices.add(
            new Reason(
                UNKNOWN_AUTHOR,
                "The author '" + author.id() + "' is none of the identities.",
                "gatehouse.yaml, identities",
                guess + "Only under a known id is an author kept from approving."));
      }
    }
    return List.copyOf(notices);
  }
}
