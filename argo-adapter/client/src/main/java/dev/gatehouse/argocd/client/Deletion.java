package dev.gatehouse.argocd.client;

import java.util.Locale;
import java.util.Optional;

/**
 * How an application is deleted.
 *
 * @param cascade whether its objects go with it
 * @param propagation how they go; as the application is set up when missing
 */
public record Deletion(boolean cascade, Optional<Propagation> propagation) {
  /** How objects are deleted that have brought forth others. */
  public enum Propagation {
    /** The others first. */
    FOREGROUND,
    /** At once, and the others afterwards. */
    BACKGROUND
  }

  /** Refuses a way for objects that stay, as the server does. */
  public Deletion {
    if (!cascade && propagation.isPresent()) {
      throw new IllegalArgumentException("objects that stay are not deleted in any way");
    }
  }

  /** With its objects. */
  public static Deletion withObjects() {
    return new Deletion(true, Optional.empty());
  }

  /** With its objects, in this way. */
  public static Deletion withObjects(Propagation way) {
    return new Deletion(true, Optional.of(way));
  }

  /** Only the application; its objects stay in the cluster. */
  public static Deletion leavingObjects() {
    return new Deletion(false, Optional.empty());
  }

  Optional<String> policy() {
    return propagation.map(way -> way.name().toLowerCase(Locale.ROOT));
  }
}
