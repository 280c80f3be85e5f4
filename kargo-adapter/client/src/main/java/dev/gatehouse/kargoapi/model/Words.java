package dev.gatehouse.kargoapi.model;

import java.util.Arrays;
import java.util.function.Function;

/** Finds the constant for a word of the wire. */
final class Words {
  private Words() {}

  static <E> E find(E[] constants, Function<E, String> word, String wanted, E other) {
    return Arrays.stream(constants)
        .filter(constant -> constant != other && word.apply(constant).equals(wanted))
        .findFirst()
        .orElse(other);
  }
}
