package dev.gatehouse.change;

import java.util.Locale;

/**
 * Someone who wrote a part of a change.
 *
 * @param id login or e-mail address
 */
public record Author(String id) {
  /** Folds the letter case and bounds the length, because ids come from commits. */
  public Author {
    id = (id.length() > 120 ? id.substring(0, 120) : id).toLowerCase(Locale.ROOT);
  }
}
