package dev.gatehouse.kargoapi.client;

import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.kargoapi.http.KargoCall;
import dev.gatehouse.kargoapi.model.Role;
import dev.gatehouse.kargoapi.model.TokenInfo;
import java.util.List;

/**
 * Reads who may do what: roles and their tokens.
 *
 * <p>Thread-safe. Each method throws an {@link ApiException} when the answer is not a good one.
 */
public final class Access {
  private final HttpTransport transport;

  Access(HttpTransport transport) {
    this.transport = transport;
  }

  /** Lists the roles of a project. */
  public List<Role> roles(String project) throws ApiException {
    return transport.call(KargoCall.get("projects", project, "roles"), Lists.bare(Role.class));
  }

  /** Reads a role of a project. */
  public Role role(String project, String role) throws ApiException {
    return transport.call(
        KargoCall.get("projects", project, "roles", role), AnswerReader.of(Role.class));
  }

  /** Lists the roles of the whole server. */
  public List<Role> systemRoles() throws ApiException {
    return transport.call(KargoCall.get("system", "roles"), Lists.bare(Role.class));
  }

  /** Lists the tokens of a project's roles, without the tokens themselves. */
  public List<TokenInfo> tokens(String project) throws ApiException {
    return transport
        .call(KargoCall.get("projects", project, "api-tokens"), Lists.of(TokenInfo.class))
        .items();
  }

  /** Lists the tokens of the whole server's roles, without the tokens themselves. */
  public List<TokenInfo> systemTokens() throws ApiException {
    return transport.call(KargoCall.get("system", "api-tokens"), Lists.of(TokenInfo.class)).items();
  }
}
