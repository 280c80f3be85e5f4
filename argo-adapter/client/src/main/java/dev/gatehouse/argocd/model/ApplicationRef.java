package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.Optional;

/**
 * Names one application; the project is part of it, because without it a missing application is
 * reported as forbidden.
 *
 * @param name the name of the Application object
 * @param project the project it belongs to
 * @param namespace its namespace when it is outside the control plane's own
 */
public record ApplicationRef(String name, String project, Optional<String> namespace) {
  /** Refuses blank names. */
  public ApplicationRef {
    Given.required(name, "application name");
    Given.required(project, "project");
    namespace = Given.filled(namespace);
  }

  /** An application in the control plane's own namespace. */
  public static ApplicationRef of(String name, String project) {
    return new ApplicationRef(name, project, Optional.empty());
  }

  @Override
  public String toString() {
    return project + "/" + namespace.map(outside -> outside + "/").orElse("") + name;
  }
}
