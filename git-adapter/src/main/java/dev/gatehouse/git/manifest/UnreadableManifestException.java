package dev.gatehouse.git.manifest;

/**
 * Ends the reading of a file that cannot be understood safely; becomes an unreadable file in the
 * diff.
 */
final class UnreadableManifestException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableManifestException(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
