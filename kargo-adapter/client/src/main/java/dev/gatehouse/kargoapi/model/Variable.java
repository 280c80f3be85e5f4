package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;

/** A name and a value, for steps and tasks; of two with one name the last one counts. */
public record Variable(String name, String value) {
  /** Fills what is missing. */
  public Variable {
    name = Given.text(name);
    value = Given.text(value);
  }
}
