package dev.gatehouse.git.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a token goes when a server sends us elsewhere. */
class RedirectTest {
  private static final String TOKEN = "canary-token-7f3a";
  @TempDir Path folder;

  /** A server that notes what it is asked, and asks for credentials. */
  private record Listener(HttpServer server, List<String> asked) implements AutoCloseable {
    static Listener start() throws IOException {
      List<String> asked = new CopyOnWriteArrayList<>();
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            asked.add(
                exchange.getRequestURI()
                    + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
          });
      server.start();
      return new Listener(server, asked);
    }

    int port() {
      return server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  private static HttpServer redirecting(String to, int status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", to + exchange.getRequestURI());
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void aRedirectToAnotherHostIsNotFollowedAndNoTokenIsSentThere() throws IOException {
    for (int status : List.of(301, 302, 303, 307, 308)) {
      try (Listener evil = Listener.start()) {
        for (String host : List.of("127.0.0.1", "localhost")) {
          HttpServer first = redirecting("http://" + host + ":" + evil.port(), status);
          try {
            Remote remote =
                Remote.of(
                    "http://localhost:" + first.getAddress().getPort() + "/r.git",
                    new Access.Token("me", Secret.of(TOKEN)));
            assertThatThrownBy(() -> PushOnce.push(folder.resolve("caches"), remote))
                .isInstanceOf(RemoteUnavailableException.class)
                .hasMessageNotContaining(TOKEN);
          } finally {
            first.stop(0);
          }
        }
        assertThat(evil.asked()).isEmpty();
      }
    }
  }

  @Test
  void theRefusalOfARedirectNamesBothHosts() throws IOException {
    HttpServer first = redirecting("http://127.0.0.1:1", 302);
    try {
      Remote remote =
          Remote.of(
              "http://localhost:" + first.getAddress().getPort() + "/r.git",
              new Access.Anonymous());
      assertThatThrownBy(() -> PushOnce.push(folder.resolve("caches"), remote))
          .hasMessageContaining("localhost redirects to 127.0.0.1, another host");
    } finally {
      first.stop(0);
    }
  }

  @Test
  void aTokenIsGivenToItsOwnHostOnly() throws Exception {
    HostCredentials credentials =
        new HostCredentials(
            new URIish("https://git.example.org/r.git"), new Access.Token("me", Secret.of(TOKEN)));
    assertThat(asked(credentials, "https://git.example.org/info/refs")).isEqualTo(TOKEN);
    assertThat(asked(credentials, "https://GIT.example.org:443/x")).isEqualTo(TOKEN);
    for (String other :
        List.of(
            "https://git.example.org:8443/r.git",
            "http://git.example.org/r.git",
            "https://evil.example/r.git",
            "https://git.example.org.evil.example/r.git")) {
      assertThat(asked(credentials, other)).isEmpty();
    }
  }

  private static String asked(HostCredentials credentials, String by) throws Exception {
    CredentialItem.Password password = new CredentialItem.Password();
    return credentials.get(new URIish(by), new CredentialItem.Username(), password)
        ? new String(password.getValue())
        : "";
  }
}
