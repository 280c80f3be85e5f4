package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;

/** A note on an operation. */
public record Info(String name, String value) {
  /** Fills what is missing. */
  public Info {
    name = Given.text(name);
    value = Given.text(value);
  }
}
