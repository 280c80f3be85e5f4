package dev.gatehouse.argo.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argo.http.AnswerReader;
import dev.gatehouse.argo.http.ApiCall;
import dev.gatehouse.argo.http.ArgoCdException;
import dev.gatehouse.argo.http.ArgoCdToken;
import dev.gatehouse.argo.http.ArgoCdTransport;
import dev.gatehouse.argo.http.Json;
import dev.gatehouse.argo.model.AppProject;
import dev.gatehouse.argo.model.ProjectWindow;
import java.time.Duration;
import java.util.List;

/**
 * Reads projects and makes tokens for their roles.
 *
 * <p>Thread-safe. Each method throws an {@link ArgoCdException} when the answer is not a good one.
 */
public final class Projects {
  private final ArgoCdTransport transport;

  Projects(ArgoCdTransport transport) {
    this.transport = transport;
  }

  /** Reads one project. */
  public AppProject get(String project) throws ArgoCdException {
    return transport.call(ApiCall.get("projects", project), AnswerReader.of(AppProject.class));
  }

  /** Reads the names and specs of all projects. */
  public List<AppProject> list() throws ArgoCdException {
    return transport.call(
        ApiCall.get("projects").with("fields", "items.metadata.name,items.spec"),
        Items.of(AppProject.class));
  }

  /** Reads all windows of a project, whether active or not. */
  public List<ProjectWindow> windows(String project) throws ArgoCdException {
    return get(project).spec().syncWindows();
  }

  /** Reads the windows of a project that are active now. */
  public List<ProjectWindow> activeWindows(String project) throws ArgoCdException {
    return transport.call(
        ApiCall.get("projects", project, "syncwindows"), Items.of("windows", ProjectWindow.class));
  }

  /**
   * Makes a token for a role.
   *
   * @param id the token's own name, by which it is found again
   * @param lifetime how long it is good; zero for ever
   */
  public ArgoCdToken createToken(String project, String role, String id, Duration lifetime)
      throws ArgoCdException {
    ObjectNode body =
        Json.object()
            .put("project", project)
            .put("role", role)
            .put("id", id)
            .put("expiresIn", lifetime.toSeconds());
    return transport.call(
        ApiCall.of("POST", "projects", project, "roles", role, "token").json(body),
        Tokens.reader());
  }

  /**
   * Takes a token of a role away.
   *
   * @param issuedAt its {@code iat}, in seconds since 1970
   */
  public void deleteToken(String project, String role, long issuedAt, String id)
      throws ArgoCdException {
    transport.call(
        ApiCall.of("DELETE", "projects", project, "roles", role, "token", String.valueOf(issuedAt))
            .with("id", id),
        AnswerReader.nothing());
  }
}
