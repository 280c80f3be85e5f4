package dev.gatehouse.argo.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argo.http.AnswerReader;
import dev.gatehouse.argo.http.ApiCall;
import dev.gatehouse.argo.http.ArgoCdException;
import dev.gatehouse.argo.http.ArgoCdToken;
import dev.gatehouse.argo.http.ArgoCdTransport;
import dev.gatehouse.argo.http.Json;
import dev.gatehouse.argo.model.UserInfo;

/**
 * Logs in, and asks whom the server takes us for.
 *
 * <p>Thread-safe. Each method throws an {@link ArgoCdException} when the answer is not a good one.
 */
public final class Session {
  private final ArgoCdTransport transport;

  Session(ArgoCdTransport transport) {
    this.transport = transport;
  }

  /** Makes a token of a local user's password, good for a day or as the server is set up. */
  public ArgoCdToken login(String user, String password) throws ArgoCdException {
    ObjectNode body = Json.object().put("username", user).put("password", password);
    return transport.call(
        ApiCall.of("POST", "session").json(body).hiding(password), Tokens.reader());
  }

  /** Whom the server takes us for; a void token is an exception, none at all is nobody. */
  public UserInfo userInfo() throws ArgoCdException {
    return transport.call(ApiCall.get("session", "userinfo"), AnswerReader.of(UserInfo.class));
  }
}
