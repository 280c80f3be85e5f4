package dev.gatehouse.git.yaml;

import java.util.Optional;

/**
 * What is before a node's content.
 *
 * @param anchor the name behind {@code &}, if there is one
 * @param tag the resolved tag, if one is written
 */
public record Properties(Optional<String> anchor, Optional<String> tag) {

  /** No anchor and no tag. */
  public static final Properties NONE = new Properties(Optional.empty(), Optional.empty());
}
