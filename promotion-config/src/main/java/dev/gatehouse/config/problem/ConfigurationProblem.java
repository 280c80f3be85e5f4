package dev.gatehouse.config.problem;

import dev.gatehouse.reason.Reason;

/**
 * One mistake in a configuration file: where it is, what was found, what is allowed.
 *
 * @param file the file as the reader named it
 * @param line the line, counted from 1
 * @param column the column, counted from 1
 * @param path the way from the top, such as {@code $.applications[0].stages[1].after}
 * @param reason what was found, and what to write instead
 */
public record ConfigurationProblem(String file, int line, int column, String path, Reason reason) {

  /** Returns the lines that a person reads; editors jump to the head of the first. */
  public String text() {
    return text(reason.next());
  }

  /** Returns the same lines with a front end's words for what to do next. */
  public String text(String next) {
    return "%s:%d:%d: %s [%s]%n  %s%n  Next: %s"
        .formatted(file, line, column, path, reason.code(), reason.what(), next)
        .replace(System.lineSeparator(), "\n");
  }
}
