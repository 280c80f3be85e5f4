package dev.gatehouse.argocd.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argocd.http.ArgoCdCall;
import dev.gatehouse.argocd.model.UserInfo;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.Json;

/**
 * Logs in, and asks whom the server takes us for.
 *
 * <p>Thread-safe. Each method throws an {@link ApiException} when the answer is not a good one.
 */
public final class Session {
  private final HttpTransport transport;

  Session(HttpTransport transport) {
    this.transport = transport;
  }

  /** Makes a token of a local user's password, good for a day or as the server is set up. */
  public BearerToken login(String user, String password) throws ApiException {
    ObjectNode body = Json.object().put("username", user).put("password", password);
    return transport.call(
        ArgoCdCall.of("POST", "session").json(body).hiding(password), Tokens.reader());
  }

  /** Whom the server takes us for; a void token is an exception, none at all is nobody. */
  public UserInfo userInfo() throws ApiException {
    return transport.call(ArgoCdCall.get("session", "userinfo"), AnswerReader.of(UserInfo.class));
  }
}
