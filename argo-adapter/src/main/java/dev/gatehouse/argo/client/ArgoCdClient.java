package dev.gatehouse.argo.client;

import dev.gatehouse.argo.http.AnswerReader;
import dev.gatehouse.argo.http.ApiCall;
import dev.gatehouse.argo.http.ArgoCdException;
import dev.gatehouse.argo.http.ArgoCdServer;
import dev.gatehouse.argo.http.ArgoCdTransport;
import dev.gatehouse.argo.model.Settings;
import dev.gatehouse.argo.model.VersionInfo;
import java.util.List;

/**
 * A client of one Argo CD server, by kinds of objects.
 *
 * <p>It knows nothing of promotions and can be used on its own. Thread-safe; hold one for each
 * server and close it at the end. See {@link ArgoCdTransport} for what holds for every request.
 *
 * <pre>{@code
 * ArgoCdServer server =
 *     ArgoCdServer.at(URI.create("https://argocd.example.org"))
 *         .credentials(Credentials.file(Path.of("/run/secrets/argocd")))
 *         .build();
 * try (ArgoCdClient client = ArgoCdClient.to(server)) {
 *   Application shop = client.applications().get(ApplicationRef.of("shop", "default"));
 * }
 * }</pre>
 */
public final class ArgoCdClient implements AutoCloseable {
  private final ArgoCdTransport transport;

  /** Over this transport, which it closes with itself. */
  public ArgoCdClient(ArgoCdTransport transport) {
    this.transport = transport;
  }

  /** To this server. */
  public static ArgoCdClient to(ArgoCdServer server) {
    return new ArgoCdClient(ArgoCdTransport.to(server));
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
  public VersionInfo version() throws ArgoCdException {
    return transport.call(
        ApiCall.raw("GET", List.of("api", "version")), AnswerReader.of(VersionInfo.class));
  }

  /** Reads the settings of the server, as far as we may see them. */
  public Settings settings() throws ArgoCdException {
    return transport.call(ApiCall.get("settings"), AnswerReader.of(Settings.class));
  }

  /** The transport, for streams. */
  public ArgoCdTransport transport() {
    return transport;
  }

  @Override
  public void close() {
    transport.close();
  }
}
