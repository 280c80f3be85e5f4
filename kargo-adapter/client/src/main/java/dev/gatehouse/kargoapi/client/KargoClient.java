package dev.gatehouse.kargoapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.UnexpectedAnswerException;
import dev.gatehouse.kargoapi.http.KargoCall;
import dev.gatehouse.kargoapi.http.KargoDialect;

/**
 * A client of one Kargo server, by kinds of objects.
 *
 * <p>It knows nothing of Gatehouse and can be used on its own. Thread-safe; hold one for each
 * server and close it at the end. See {@link HttpTransport} for what holds for every request.
 */
public final class KargoClient implements AutoCloseable {
  private final HttpTransport transport;

  /** Over this transport, which it closes with itself. */
  public KargoClient(HttpTransport transport) {
    this.transport = transport;
  }

  /** To this server. */
  public static KargoClient to(ApiServer server) {
    return new KargoClient(HttpTransport.to(server, KargoDialect.INSTANCE));
  }

  /**
   * Makes a token of the admin's password, good for a day or as the server is set up.
   *
   * @param server where; its own credentials are not used
   * @throws ApiException when the password is wrong or the account is off
   */
  public static BearerToken login(ApiServer server, BearerToken password) throws ApiException {
    ApiServer asked =
        new ApiServer(
            server.base(),
            Credentials.of(password),
            server.trust(),
            server.limits(),
            server.retry());
    try (KargoClient client = to(asked)) {
      return client.transport.call(
          KargoCall.post("login"),
          json -> {
            JsonNode token = AnswerReader.of(JsonNode.class).read(json).path("idToken");
            try {
              return BearerToken.of(token.asText(""));
            } catch (IllegalArgumentException e) {
              throw new UnexpectedAnswerException("the answer holds no usable token");
            }
          });
    }
  }

  /** The server itself. */
  public KargoServer server() {
    return new KargoServer(transport);
  }

  /** Projects, and what surrounds their Stages. */
  public Projects projects() {
    return new Projects(transport);
  }

  /** Stages. */
  public Stages stages() {
    return new Stages(transport);
  }

  /** Warehouses. */
  public Warehouses warehouses() {
    return new Warehouses(transport);
  }

  /** Freight. */
  public Freights freight() {
    return new Freights(transport);
  }

  /** Promotions. */
  public Promotions promotions() {
    return new Promotions(transport);
  }

  /** Roles and tokens. */
  public Access access() {
    return new Access(transport);
  }

  /** Objects as manifests. */
  public Manifests manifests() {
    return new Manifests(transport);
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
