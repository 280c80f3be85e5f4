package dev.gatehouse.argocd.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argocd.http.ArgoCdCall;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.Json;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Asks what we may do, and makes tokens for accounts.
 *
 * <p>Thread-safe. Each method throws an {@link ApiException} when the answer is not a good one.
 */
public final class Account {
  private final HttpTransport transport;

  Account(HttpTransport transport) {
    this.transport = transport;
  }

  /**
   * Whether our token has a right.
   *
   * @param resource such as {@code applications}
   * @param action such as {@code sync}
   * @param subresource such as {@code default/shop}, or {@code *}
   */
  public boolean canI(String resource, String action, String subresource) throws ApiException {
    String[] start = {"account", "can-i", resource, action};
    String[] path =
        Stream.concat(Stream.of(start), Stream.of(subresource.split("/", -1)))
            .toArray(String[]::new);
    return transport.call(
        ArgoCdCall.get(path),
        json -> AnswerReader.of(JsonNode.class).read(json).path("value").asText("").equals("yes"));
  }

  /**
   * Makes a token for an account.
   *
   * @param id the token's own name, by which it is deleted
   * @param lifetime how long it is good; zero forever
   */
  public BearerToken createToken(String account, String id, Duration lifetime) throws ApiException {
    ObjectNode body =
        Json.object().put("name", account).put("id", id).put("expiresIn", lifetime.toSeconds());
    return transport.call(
        ArgoCdCall.of("POST", "account", account, "token").json(body), Tokens.reader());
  }

  /** Takes a token of an account away. */
  public void deleteToken(String account, String id) throws ApiException {
    transport.call(
        ArgoCdCall.of("DELETE", "account", account, "token", id), AnswerReader.nothing());
  }
}
