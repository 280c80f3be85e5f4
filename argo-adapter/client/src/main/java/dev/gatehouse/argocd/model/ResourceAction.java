package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/** Something that can be done to one object. */
public record ResourceAction(
    String name,
    boolean disabled,
    Optional<String> displayName,
    Optional<String> iconClass,
    List<Parameter> params) {
  /** Copies the list and fills what is missing. */
  public ResourceAction {
    name = Given.text(name);
    params = Given.list(params);
  }

  /** A parameter of an action. */
  public record Parameter(String name, Optional<String> value) {
    /** Fills what is missing. */
    public Parameter {
      name = Given.text(name);
    }
  }
}
