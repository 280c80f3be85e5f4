package dev.gatehouse.config.assembly;

import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.reason.Nearest;
import dev.gatehouse.stage.PromotionPath;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Judges names: each is defined once, and nobody uses one that is not defined. */
record Names(Problems problems) {
  /** Refuses entries of one name; the first of them counts. */
  <T> Map<String, T> unique(String kind, Listing<T> entries, Function<T, Located<String>> name) {
    Map<String, T> byName = new LinkedHashMap<>();
    Map<String, Located<String>> seen = new LinkedHashMap<>();
    for (T entry : entries) {
      Located<String> own = name.apply(entry);
      if (isNew(kind, own, seen)) {
        byName.put(own.value(), entry);
      }
    }
    return byName;
  }

  /** Refuses a name that was seen before, whatever its letter case, and keeps a new one. */
  boolean isNew(String kind, Located<String> name, Map<String, Located<String>> seen) {
    Located<String> first = seen.putIfAbsent(name.value().toLowerCase(Locale.ROOT), name);
    if (first == null || first.equals(name)) {
      return true;
    }
    problems.add(
        name.place(),
        PromotionPath.DUPLICATE_NAME,
        "The "
            + kind
            + " '"
            + name.value()
            + "' is defined twice, first on line "
            + first.place().line()
            + ".",
        "Give each one its own name, or remove one.");
    return false;
  }

  /**
   * Refuses a name that nobody defined.
   *
   * @param kind what it names
   * @param name the name
   * @param known the defined names
   * @param complete false when a definition was lost to a mistake, which makes every name good
   * @return whether the name is good
   */
  boolean known(String kind, Located<String> name, Collection<String> known, boolean complete) {
    if (known.contains(name.value()) || !complete) {
      return known.contains(name.value());
    }
    problems.add(
        name.place(),
        ProblemCodes.UNKNOWN_NAME,
        "There is no " + kind + " '" + name.value() + "'.",
        known.isEmpty()
            ? "Define it first; there is none yet."
            : Nearest.remedy(name.value(), known));
    return false;
  }
}
