package dev.gatehouse.config.assembly;

import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.reason.Nearest;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code {word}} by its value; plain text in, plain text out. */
record Placeholders(Map<String, String> values, Problems problems) {
  private static final Pattern WORD = Pattern.compile("\\{([^{}]*)}");

  /** Returns these placeholders and one more. */
  Placeholders and(String word, String value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(word, value);
    return new Placeholders(more, problems);
  }

  /** Returns the text with every placeholder replaced; an unknown one stays and is noted. */
  String fill(Located<String> text) {
    Matcher found = WORD.matcher(text.value());
    StringBuilder filled = new StringBuilder();
    while (found.find()) {
      String word = found.group(1);
      String value = values.get(word);
      if (value == null) {
        problems.add(
            text.place(),
            ProblemCodes.UNKNOWN_PLACEHOLDER,
            "Nothing fills the placeholder {" + word + "}.",
            Nearest.remedy(word, new TreeMap<>(values).keySet()));
      }
      found.appendReplacement(
          filled, Matcher.quoteReplacement(value == null ? found.group() : value));
    }
    return found.appendTail(filled).toString();
  }
}
