package dev.gatehouse.config.yaml;

import dev.gatehouse.config.problem.Place;

/** Ends the reading of a text that is larger than its limits; never leaves the package. */
final class LimitReached extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final String what;
  private final String next;

  LimitReached(Place place, String what, String next) {
    super(what, null, false, false);
    this.place = place;
    this.what = what;
    this.next = next;
  }

  Place place() {
    return place;
  }

  String what() {
    return what;
  }

  String next() {
    return next;
  }
}
