package dev.gatehouse.git.remote;

import java.io.IOException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.Transport;

/**
 * A repository somewhere else, and how to reach it; thread-safe.
 *
 * @param url its address
 * @param access how we prove who we are
 * @param timeoutSeconds how long one read or write may stall
 */
public record Remote(RemoteUrl url, Access access, int timeoutSeconds) {

  /** A remote with a stall limit of 60 seconds. */
  public static Remote of(String address, Access access) {
    return new Remote(new RemoteUrl(address), access, 60);
  }

  /** Opens a connection's transport; the caller closes it. */
  Transport open(Repository local) throws IOException {
    return Transports.open(this, local);
  }

  /** The text of a failure without anything secret, on one line. */
  String describe(Throwable failure) {
    StringBuilder text = new StringBuilder();
    Throwable at = failure;
    for (int depth = 0; at != null && depth < 4; depth++) {
      String message = String.valueOf(at.getMessage());
      if (text.indexOf(message) < 0) {
        text.append(text.isEmpty() ? "" : ": ").append(message);
      }
      at = at.getCause();
    }
    return access.scrub(text.toString().replaceAll("\\s+", " ")).strip();
  }
}
