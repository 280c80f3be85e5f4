package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.util.List;

/** What holders of a role may do in a project. */
public record Role(ObjectMeta metadata, boolean kargoManaged, List<Rule> rules) {
  /** Fills what is missing; refuses an answer that names no role. */
  public Role {
    metadata = ObjectMeta.named(metadata, "role");
    rules = Given.list(rules);
  }

  /** Returns whether its holder may do this to objects of this kind, to one or to all. */
  public boolean allows(String verb, String resource) {
    return rules.stream()
        .anyMatch(rule -> has(rule.verbs(), verb) && has(rule.resources(), resource));
  }

  private static boolean has(List<String> words, String wanted) {
    return words.contains(wanted) || words.contains("*");
  }

  /** Verbs for objects; empty names mean all of them. */
  public record Rule(
      List<String> verbs,
      List<String> apiGroups,
      List<String> resources,
      List<String> resourceNames) {
    /** Fills what is missing. */
    public Rule {
      verbs = Given.list(verbs);
      apiGroups = Given.list(apiGroups);
      resources = Given.list(resources);
      resourceNames = Given.list(resourceNames);
    }
  }
}
