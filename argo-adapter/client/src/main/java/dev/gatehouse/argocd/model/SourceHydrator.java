package dev.gatehouse.argocd.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * The dry source and the branch its hydrated manifests are synced from.
 *
 * @param hydrateTo the staging branch, when promotion between branches is a merge
 */
public record SourceHydrator(
    Optional<DrySource> drySource, Optional<SyncSource> syncSource, Optional<Branch> hydrateTo) {
  /** What is hydrated. */
  public record DrySource(
      @JsonProperty("repoURL") Optional<String> repoUrl,
      Optional<String> targetRevision,
      Optional<String> path) {}

  /** Where the hydrated manifests are read. */
  public record SyncSource(
      @JsonProperty("repoURL") Optional<String> repoUrl,
      Optional<String> targetBranch,
      Optional<String> path) {}

  /** A branch. */
  public record Branch(Optional<String> targetBranch) {}
}
