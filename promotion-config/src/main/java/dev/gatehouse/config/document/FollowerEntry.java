package dev.gatehouse.config.document;

import dev.gatehouse.config.problem.Place;

/** What the file says to a control plane of one kind about the targets that it follows. */
public interface FollowerEntry {
  /** The extension point for such entries, at applications, stages and targets. */
  String POINT = "control-plane-of-target";

  /** Returns where it is. */
  Place place();

  /** Returns whether it takes away what a level above says to this kind. */
  boolean isNone();
}
