package dev.gatehouse.testkit.lawbreakers.circle;

/** A value that hands work to a class of its package. */
record Text(String value) {
  Text trimmed() {
    return TextTrimmer.trim(this);
  }
}
