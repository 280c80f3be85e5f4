package dev.gatehouse.config.shape;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.yaml.YamlTree;
import dev.gatehouse.config.yaml.YamlTree.Mapping;
import dev.gatehouse.reason.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Judges which keys one object has; used once, by one thread. */
final class KeyCheck {
  private static final Set<String> SECRETS =
      Set.of("password", "passphrase", "token", "secret", "privatekey", "apikey", "sshkey");

  private final ObjectShape shape;
  private final Mapping mapping;
  private final Place place;
  private final Problems problems;
  private final Set<String> meant = new HashSet<>();

  KeyCheck(ObjectShape shape, Mapping mapping, Place place, Problems problems) {
    this.shape = shape;
    this.mapping = mapping;
    this.place = place;
    this.problems = problems;
  }

  String path(String key) {
    return place.path() + "." + key;
  }

  void unknownKeys() {
    for (YamlTree.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      boolean anchorHolder = shape.rules().openForAnchors() && key.startsWith("x-");
      if (!shape.keys().contains(key) && !anchorHolder) {
        unknown(entry, key);
      }
    }
  }

  private void unknown(YamlTree.Entry entry, String key) {
    Place at = new Place(entry.key().line(), entry.key().column(), path(key));
    List<String> references = shape.keys().stream().filter(k -> k.endsWith("From")).toList();
    if (SECRETS.contains(key.toLowerCase(Locale.ROOT)) && !references.isEmpty()) {
      String from = Nearest.to(key + "From", references).orElse(references.get(0));
      meant.add(from);
      problems.add(
          at,
          ProblemCodes.SECRET_IN_FILE,
          "The key '" + key + "' would put a secret into this file.",
          "Write `"
              + from
              + ": {env: NAME}` or `"
              + from
              + ": {file: PATH}`, and revoke a secret that was written here.");
      return;
    }
    List<String> unused =
        shape.keys().stream().filter(known -> mapping.get(known).isEmpty()).toList();
    Optional<String> guess = Nearest.to(key, unused);
    guess.ifPresent(meant::add);
    problems.add(
        at,
        ProblemCodes.UNKNOWN_KEY,
        "Unknown key '" + key + "'.",
        guess.map(word -> "Did you mean '" + word + "'? ").orElse("")
            + "Allowed: "
            + String.join(", ", shape.keys())
            + ".");
  }

  void choice() {
    if (!shape.rules().exactlyOne()) {
      return;
    }
    List<String> given = shape.keys().stream().filter(key -> mapping.get(key).isPresent()).toList();
    if (given.size() > 1
        || (given.isEmpty() && meant.isEmpty() && !problems.directlyIn(place.path()))) {
      problems.add(
          place,
          ProblemCodes.WRONG_COMBINATION,
          given.isEmpty()
              ? "Expected one key, found none."
              : "Expected one key, found " + String.join(", ", given) + ".",
          "Use exactly one of: " + String.join(", ", shape.keys()) + ".");
    }
  }

  void missing(Field field) {
    if (field.needed() && !meant.contains(field.key())) {
      problems.add(
          place,
          ProblemCodes.MISSING_KEY,
          "The key '" + field.key() + "' is missing.",
          "Add `" + field.key() + ":` with " + field.shape().wanted() + ". " + field.says());
    }
  }
}
