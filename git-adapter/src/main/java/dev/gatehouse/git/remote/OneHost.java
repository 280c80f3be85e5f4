package dev.gatehouse.git.remote;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;

/**
 * Opens connections to one host only: a redirect to another one ends the attempt, before anything
 * is sent there.
 *
 * @param home the address of the repository
 * @param connections opens them
 */
record OneHost(URIish home, HttpConnectionFactory connections) implements HttpConnectionFactory {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  @Override
  public HttpConnection create(URL url) throws IOException {
    require(url);
    return connections.create(url);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    require(url);
    return connections.create(url, proxy);
  }

  private void require(URL url) throws IOException {
    if (!isSame(home, new URIish(url))) {
      throw new IOException(
          "%s redirects to %s, another host; nothing was sent there. Write the address of the"
                  .formatted(home.getHost(), url.getHost())
              + " repository that is meant");
    }
  }

  /** Returns whether scheme, host and port are the same. */
  static boolean isSame(URIish home, URIish other) {
    return String.valueOf(home.getScheme()).equalsIgnoreCase(String.valueOf(other.getScheme()))
        && home.getHost() != null
        && home.getHost().equalsIgnoreCase(String.valueOf(other.getHost()))
        && port(home) == port(other);
  }

  private static int port(URIish uri) {
    return uri.getPort() > 0 ? uri.getPort() : "http".equals(uri.getScheme()) ? HTTP : HTTPS;
  }
}
