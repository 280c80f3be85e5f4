package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A label selector in the syntax of kubectl; all of its parts must hold. */
final class LabelSelector {
  private static final Pattern SETS = Pattern.compile("(\\S+)\\s+(in|notin)\\s*\\((.*)\\)");
  private static final Pattern EQUALS = Pattern.compile("([^=!\\s]+)\\s*(!=|==|=)\\s*(\\S*)");
  private static final Pattern KEY = Pattern.compile("(!?)\\s*([^=!\\s]+)");

  private final List<Predicate<JsonNode>> parts = new ArrayList<>();

  static LabelSelector parse(String selector) throws Refusal {
    LabelSelector all = new LabelSelector();
    // A comma inside of parentheses separates values, not parts.
    for (String part : selector.split(",(?![^(]*\\))", -1)) {
      if (!part.isBlank()) {
        all.parts.add(part(part.strip()));
      }
    }
    return all;
  }

  private static Predicate<JsonNode> part(String text) throws Refusal {
    Matcher sets = SETS.matcher(text);
    if (sets.matches()) {
      List<String> values = Stream.of(sets.group(3).split(",", -1)).map(String::strip).toList();
      boolean in = sets.group(2).equals("in");
      String key = sets.group(1);
      return labels -> (labels.has(key) && values.contains(Json.text(labels, key))) == in;
    }
    Matcher equals = EQUALS.matcher(text);
    if (equals.matches()) {
      boolean not = equals.group(2).equals("!=");
      String key = equals.group(1);
      String value = equals.group(3);
      return labels -> (labels.has(key) && Json.text(labels, key).equals(value)) != not;
    }
    Matcher exists = KEY.matcher(text);
    if (exists.matches()) {
      boolean not = !exists.group(1).isEmpty();
      return labels -> labels.has(exists.group(2)) != not;
    }
    throw new Refusal(
        GrpcCode.INVALID_ARGUMENT,
        "found '"
            + text.substring(0, Math.min(2, text.length()))
            + "', expected: !, identifier, or 'end of string'");
  }

  boolean matches(JsonNode labels) {
    return parts.stream().allMatch(part -> part.test(labels));
  }
}
