package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Optional;

/**
 * A Kubernetes event about an application or one of its objects.
 *
 * @param reason such as {@code OperationCompleted} or {@code ResourceUpdated}
 * @param type {@code Normal} or {@code Warning}
 */
public record ApplicationEvent(
    String reason,
    String message,
    String type,
    long count,
    Optional<Instant> firstTimestamp,
    Optional<Instant> lastTimestamp,
    Optional<ResourceRef> involvedObject) {
  /** Fills what is missing. */
  public ApplicationEvent {
    reason = Given.text(reason);
    message = Given.text(message);
    type = Given.text(type);
  }
}
