package dev.gatehouse.git.refusal;

import dev.gatehouse.reason.Reason;
import java.io.IOException;
import java.net.UnknownHostException;

/** Says in one sentence why a remote could not be used, from what the transport throws. */
public final class Unreachable {
  private static final int DEEPEST = 16;
  private static final int LONGEST = 400;

  private Unreachable() {}

  /**
   * Returns the reason; the address is only in {@code where}, which the caller has freed of
   * secrets.
   */
  public static Reason reason(IOException e, String where) {
    return GitReasons.reason(
        GitReasons.UNREACHABLE,
        "the remote cannot be used: " + cause(e),
        where,
        "check the address, the network and the credential; a promotion that was recorded is tried"
            + " again automatically");
  }

  private static String cause(IOException e) {
    Throwable root = e;
    for (int depth = 0; depth < DEEPEST && root.getCause() != null; depth++) {
      root = root.getCause();
    }
    if (root instanceof UnknownHostException) {
      return "its host is not known here";
    }
    String said = withoutAddress(String.valueOf(e.getMessage()));
    String deeper = withoutAddress(String.valueOf(root.getMessage()));
    return root.getMessage() == null || said.contains(deeper) ? said : said + ", " + deeper;
  }

  /** The transport puts the address before its words, sometimes twice. */
  private static String withoutAddress(String message) {
    String rest = message.substring(0, Math.min(message.length(), LONGEST));
    int colon = rest.indexOf(": ");
    while (colon > 0 && rest.lastIndexOf('/', colon) >= 0 && rest.indexOf(' ') > colon) {
      rest = rest.substring(colon + 2);
      colon = rest.indexOf(": ");
    }
    return rest;
  }
}
