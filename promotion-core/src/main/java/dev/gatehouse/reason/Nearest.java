package dev.gatehouse.reason;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word a mistyped one represents; pure and thread-safe. */
public final class Nearest {
  private static final int SHOWN = 12;
  private static final int LONGEST = 60;

  private Nearest() {}

  /** Returns the allowed word that is close to the found one, or empty when none is. */
  public static Optional<String> to(String found, Collection<String> allowed) {
    if (found.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = found.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, found.length() / 3);
    return allowed.stream()
        .filter(word -> distance(wanted, word.toLowerCase(Locale.ROOT)) <= limit)
        .min(Comparator.comparingInt(word -> distance(wanted, word.toLowerCase(Locale.ROOT))));
  }

  /** Returns the next step: the guess, if there is one, and what is allowed. */
  public static String remedy(String found, Collection<String> allowed) {
    String guess = to(found, allowed).map(word -> "Did you mean '" + word + "'? ").orElse("");
    return guess + "Allowed: " + list(allowed) + ".";
  }

  /** Returns the words joined by commas; a long list is cut. */
  public static String list(Collection<String> words) {
    List<String> shown = words.stream().limit(SHOWN).toList();
    int rest = words.size() - shown.size();
    return String.join(", ", shown) + (rest > 0 ? " and " + rest + " more" : "");
  }

  /** The number of single-letter edits, swaps of neighbours included. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
