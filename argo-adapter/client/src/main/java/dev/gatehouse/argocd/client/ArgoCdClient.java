package dev.gatehouse.argocd.client;

import dev.gatehouse.argocd.http.ArgoCdCall;
import dev.gatehouse.argocd.http.ArgoCdDialect;
import dev.gatehouse.argocd.model.Settings;
import dev.gatehouse.argocd.model.VersionInfo;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.HttpTransport;
import java.util.List;

/**
 * A client of one Argo CD server, by kinds of objects.
 *
 * <p>It knows nothing of promotions and can be used on its own. Thread-safe; hold one for each
 * server and close it at the end. See {@link HttpTransport} for what holds for every request.
 *
 * <pre>{@code
 * ApiServer server =
 *     ApiServer.at(URI.create("https://argocd.example.org"))
 *         .credentials(Credentials.file(Path.of("/run/secrets/argocd")))
 *         .build();
 * try (ArgoCdClient client = ArgoCdClient.to(server)) {
 *   Application shop = client.applications().get(ApplicationRef.of("shop", "default"));
 * }
 * }</pre>
 */
public final class ArgoCdClient implements AutoCloseable {
  private final HttpTransport transport;

  /** Over this transport, which it closes with itself. */
  public ArgoCdClient(HttpTransport transport) {
    this.transport = transport;
  }

  /** To this server. */
  public static ArgoCdClient to(ApiServer server) {
    return new ArgoCdClient(HttpTransport.to(server, ArgoCdDialect.INSTANCE));
  }

  /** Applications: read, list, sync, change. */
  public Applications applications() {
    return new Applications(transport);
  }

  /** What surrounds an application. */
  public ApplicationDetails details() {
    return new ApplicationDetails(transport);
  }

  /** Applications: create, replace, delete. */
  public Definitions definitions() {
    return new Definitions(transport);
  }

  /** Logs of pods. */
  public Logs logs() {
    return new Logs(transport);
  }

  /** Projects. */
  public Projects projects() {
    return new Projects(transport);
  }

  /** Clusters. */
  public Clusters clusters() {
    return new Clusters(transport);
  }

  /** Application sets. */
  public ApplicationSets applicationSets() {
    return new ApplicationSets(transport);
  }

  /** Our rights, and tokens of accounts. */
  public Account account() {
    return new Account(transport);
  }

  /** Login. */
  public Session session() {
    return new Session(transport);
  }

  /** Reads the version of the server. */
  public VersionInfo version() throws ApiException {
    return transport.call(
        ApiCall.of("GET", List.of("api", "version")), AnswerReader.of(VersionInfo.class));
  }

  /** Reads the settings of the server, as far as we may see them. */
  public Settings settings() throws ApiException {
    return transport.call(ArgoCdCall.get("settings"), AnswerReader.of(Settings.class));
  }

  /** The transport, for streams. */
  public HttpTransport transport() {
    return transport;
  }

  @Override
  public void close() {
    transport.close();
  }
}
