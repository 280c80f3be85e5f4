package dev.gatehouse.stage;

import dev.gatehouse.reason.Naming;

/**
 * A branch of a Git repository that holds desired state.
 *
 * @param name its name in {@code gatehouse.yaml}; credentials are looked up by it, outside the
 *     domain
 * @param url a local path, {@code file://}, {@code https://} or {@code ssh://} address without
 *     credentials
 * @param branch the branch that is written
 */
public record Repository(String name, String url, String branch) {
  /** Checks the name and the branch. */
  public Repository {
    Naming.require("repository", name);
    Naming.require("branch", branch);
  }
}
