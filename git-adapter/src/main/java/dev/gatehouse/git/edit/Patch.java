package dev.gatehouse.git.edit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A replacement of characters.
 *
 * @param start offset of the first character replaced
 * @param end offset behind the last one; equal to {@code start} for an insertion
 * @param text what comes in their place
 * @param values how many values of the document this touches; the edit is refused when more change
 * @param change what it does to a value; empty for the other half of a change in two places
 */
public record Patch(int start, int end, String text, int values, Optional<ValueChange> change) {

  private static final Comparator<Patch> ORDER =
      Comparator.comparingInt(Patch::start).thenComparingInt(Patch::end);

  /** Applies patches that do not overlap. */
  static String apply(String text, List<Patch> patches) {
    StringBuilder result = new StringBuilder(text.length() + 64);
    int at = 0;
    for (Patch patch : patches.stream().sorted(ORDER).toList()) {
      result.append(text, at, patch.start()).append(patch.text());
      at = patch.end();
    }
    return result.append(text, at, text.length()).toString();
  }
}
