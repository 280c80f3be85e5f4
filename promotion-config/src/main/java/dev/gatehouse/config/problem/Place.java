package dev.gatehouse.config.problem;

import java.util.Comparator;

/**
 * A place in a configuration file.
 *
 * @param line the line, counted from 1
 * @param column the column, counted from 1
 * @param path the way from the top, such as {@code $.applications[0].stages[1].after}
 */
public record Place(int line, int column, String path) implements Comparable<Place> {
  /** The top of a file. */
  public static final Place TOP = new Place(1, 1, "$");

  private static final Comparator<Place> IN_FILE_ORDER =
      Comparator.comparingInt(Place::line)
          .thenComparingInt(Place::column)
          .thenComparing(Place::path);

  /** Returns the path one level up; the top is its own parent. */
  public String parent() {
    int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return cut < 1 ? "$" : path.substring(0, cut);
  }

  /** Returns whether this place is the other one or lies within it. */
  public boolean isWithin(String other) {
    return path.startsWith(other)
        && (path.length() == other.length() || ".[".indexOf(path.charAt(other.length())) >= 0);
  }

  @Override
  public int compareTo(Place other) {
    return IN_FILE_ORDER.compare(this, other);
  }
}
