package dev.gatehouse.config.shape;

import dev.gatehouse.config.problem.Place;

/**
 * A value and where it is.
 *
 * @param <T> the type of the value
 * @param value the value
 * @param place where it is
 */
public record Located<T>(T value, Place place) {
  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
