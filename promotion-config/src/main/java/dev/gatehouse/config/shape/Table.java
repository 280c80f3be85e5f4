package dev.gatehouse.config.shape;

import java.util.List;

/**
 * Words of the user's own choice, each with a value.
 *
 * @param <T> the type of the values
 * @param rows in the order of the file
 * @param complete false when a row was lost to a mistake
 */
public record Table<T>(List<Row<T>> rows, boolean complete) {
  /** Copies the list. */
  public Table {
    rows = List.copyOf(rows);
  }

  /**
   * A word and its value.
   *
   * @param <T> the type of the value
   * @param key the word
   * @param value the value
   */
  public record Row<T>(Located<String> key, T value) {}
}
