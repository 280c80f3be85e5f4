package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/**
 * How an application is synced.
 *
 * @param automated present when Argo CD may sync automatically, see {@link Automated#isOn()}
 * @param syncOptions such as {@code CreateNamespace=true}
 */
public record SyncPolicy(
    Optional<Automated> automated, List<String> syncOptions, Optional<RetryStrategy> retry) {
  /** Copies the list. */
  public SyncPolicy {
    syncOptions = Given.list(syncOptions);
  }
}
