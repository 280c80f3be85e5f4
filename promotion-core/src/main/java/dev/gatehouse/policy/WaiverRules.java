package dev.gatehouse.policy;

import java.time.Duration;

/**
 * What every waiver has to keep to.
 *
 * @param longest the longest time from the grant to the end
 */
public record WaiverRules(Duration longest) {
  /** The rules where gatehouse.yaml says nothing. */
  public static final WaiverRules DEFAULT = new WaiverRules(Duration.ofDays(30));
}
