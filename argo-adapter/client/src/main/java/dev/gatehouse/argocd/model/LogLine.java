package dev.gatehouse.argocd.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the log of a pod.
 *
 * @param content the line; what a program writes may be anything, also a secret
 * @param at when it was written; missing where the server could not tell
 * @param podName empty when the server itself says something, why there is no log for example
 * @param last whether it is the end of the log; mostly without content
 */
public record LogLine(
    String content,
    @JsonProperty("timeStampStr") Optional<Instant> at,
    String podName,
    boolean last) {
  private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

  /** Fills what is missing. */
  public LogLine {
    content = Given.text(content);
    at = at.filter(time -> time.isAfter(NEVER));
    podName = Given.text(podName);
  }

  /** Shows where it comes from, and not what it says. */
  @Override
  public String toString() {
    return "LogLine(%s, %d characters)".formatted(podName, content.length());
  }
}
