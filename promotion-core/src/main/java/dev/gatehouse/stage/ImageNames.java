package dev.gatehouse.stage;

import java.util.List;

/** Compares the whole names of images: registry and path; pure and thread-safe. */
public final class ImageNames {
  private static final String DOCKER = "docker.io";

  private ImageNames() {}

  /** Returns whether two names are one image, as a container runtime completes short names. */
  public static boolean same(String one, String other, List<Mirror> mirrors) {
    return full(one, mirrors).equals(full(other, mirrors));
  }

  /** Returns whether the name says which registry it is from. */
  public static boolean namesRegistry(String name) {
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    return first.contains(".") || first.contains(":") || first.equals("localhost");
  }

  private static String full(String name, List<Mirror> mirrors) {
    String full = name.replaceFirst("^(docker|oci|https?)://", "");
    if (!namesRegistry(full)) {
      full = DOCKER + "/" + (full.contains("/") ? "" : "library/") + full;
    }
    full = full.replaceFirst("^(index\\.|registry-1\\.)docker\\.io/", DOCKER + "/");
    for (Mirror mirror : mirrors) {
      full = mirror.original(full);
    }
    return full;
  }
}
