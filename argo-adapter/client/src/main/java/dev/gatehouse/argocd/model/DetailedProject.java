package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/**
 * A project with the global projects it inherits from, and the repositories and clusters that only
 * it may use.
 */
public record DetailedProject(
    AppProject project,
    List<AppProject> globalProjects,
    List<ScopedRepository> repositories,
    List<Cluster> clusters) {
  /** Copies the lists and refuses an answer without a project. */
  public DetailedProject {
    if (project == null) {
      throw new IllegalArgumentException("the answer has no project");
    }
    globalProjects = Given.list(globalProjects);
    repositories = Given.list(repositories);
    clusters = Given.list(clusters);
  }

  /**
   * A repository; its credentials are left out.
   *
   * @param type {@code git}, {@code helm} or {@code oci}
   */
  public record ScopedRepository(String repo, Optional<String> type, Optional<String> name) {
    /** Fills what is missing. */
    public ScopedRepository {
      repo = Given.text(repo);
      type = Given.filled(type);
      name = Given.filled(name);
    }
  }
}
