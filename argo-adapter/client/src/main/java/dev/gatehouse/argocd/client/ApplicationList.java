package dev.gatehouse.argocd.client;

import dev.gatehouse.argocd.model.Application;
import java.util.List;

/**
 * A list of applications and when it was taken.
 *
 * @param resourceVersion where a stream may continue; empty when the server did not say
 */
public record ApplicationList(String resourceVersion, List<Application> items) {
  /** Copies the list. */
  public ApplicationList {
    items = List.copyOf(items);
  }
}
