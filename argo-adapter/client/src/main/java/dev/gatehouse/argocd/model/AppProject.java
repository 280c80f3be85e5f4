package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/** A project: what its applications may do, and when. */
public record AppProject(ObjectMeta metadata, Spec spec) {
  private static final Spec NONE =
      new Spec(Optional.empty(), List.of(), List.of(), List.of(), List.of());

  /** Refuses an answer that names no project. */
  public AppProject {
    if (metadata == null) {
      throw new IllegalArgumentException("the answer has no metadata");
    }
    spec = Given.or(spec, NONE);
  }

  /** What the project allows. */
  public record Spec(
      Optional<String> description,
      List<String> sourceRepos,
      List<Destination> destinations,
      List<Role> roles,
      List<ProjectWindow> syncWindows) {
    /** Copies the lists. */
    public Spec {
      sourceRepos = Given.list(sourceRepos);
      destinations = Given.list(destinations);
      roles = Given.list(roles);
      syncWindows = Given.list(syncWindows);
    }
  }

  /** A role that tokens can be made for. */
  public record Role(
      String name, Optional<String> description, List<String> policies, List<String> groups) {
    /** Copies the lists and fills what is missing. */
    public Role {
      name = Given.text(name);
      policies = Given.list(policies);
      groups = Given.list(groups);
    }
  }
}
