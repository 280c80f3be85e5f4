package dev.gatehouse.config.problem;

import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the mistakes of one file, so that all of them can be told at once. For one thread.
 *
 * <p>A mistake that is reached over several aliases is reported once, where it is.
 */
public final class Problems {
  private record Noted(
      Place place, ReasonCode code, String what, String next, List<NextStep> steps) {}

  private static final int LONGEST = 600;

  private final String file;
  private final List<Noted> noted = new ArrayList<>();

  /** Creates an empty collection for the file of this name. */
  public Problems(String file) {
    this.file = file;
  }

  /** Returns an empty collection for the same file. */
  public Problems another() {
    return new Problems(file);
  }

  /** Notes a mistake. */
  public void add(Place place, ReasonCode code, String what, String next) {
    noted.add(new Noted(place, code, what, next, List.of()));
  }

  /** Notes a mistake, with steps as values. */
  public void add(Place place, ReasonCode code, String what, String next, List<NextStep> steps) {
    noted.add(new Noted(place, code, what, next, steps));
  }

  /** Returns whether nothing was noted. */
  public boolean isEmpty() {
    return noted.isEmpty();
  }

  /** Returns whether a mistake was noted at this place or within it. */
  public boolean within(String path) {
    return noted.stream().anyMatch(problem -> problem.place().isWithin(path));
  }

  /** Returns whether a mistake was noted at this place or at one of its own keys. */
  public boolean directlyIn(String path) {
    return noted.stream()
        .anyMatch(
            problem ->
                problem.place().path().equals(path) || problem.place().parent().equals(path));
  }

  /** Returns the mistakes in the order of the file. */
  public List<ConfigurationProblem> inFileOrder() {
    Map<String, Noted> once = new LinkedHashMap<>();
    noted.stream()
        .sorted(java.util.Comparator.comparing(Noted::place))
        .forEach(
            problem ->
                once.putIfAbsent(
                    problem.place().line()
                        + ":"
                        + problem.place().column()
                        + ":"
                        + problem.code()
                        + problem.what(),
                    problem));
    return once.values().stream().map(this::told).toList();
  }

  private static String shortened(String text) {
    return SafeText.cut(text, LONGEST);
  }

  private ConfigurationProblem told(Noted problem) {
    Place place = problem.place();
    String where = file + ":" + place.line() + ":" + place.column() + ", " + place.path();
    return new ConfigurationProblem(
        file,
        place.line(),
        place.column(),
        shortened(place.path()),
        new Reason(
            problem.code(),
            shortened(problem.what()),
            shortened(where),
            shortened(problem.next()),
            problem.steps()));
  }
}
