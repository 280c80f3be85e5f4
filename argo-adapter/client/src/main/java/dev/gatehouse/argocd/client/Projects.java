package dev.gatehouse.argocd.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argocd.http.ArgoCdCall;
import dev.gatehouse.argocd.model.AppProject;
import dev.gatehouse.argocd.model.ApplicationEvent;
import dev.gatehouse.argocd.model.DeepLink;
import dev.gatehouse.argocd.model.DetailedProject;
import dev.gatehouse.argocd.model.ProjectWindow;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.Json;
import java.time.Duration;
import java.util.List;

/**
 * Reads projects and makes tokens for their roles.
 *
 * <p>Thread-safe. Each method throws an {@link ApiException} when the answer is not a good one.
 */
public final class Projects {
  private final HttpTransport transport;

  Projects(HttpTransport transport) {
    this.transport = transport;
  }

  /** Reads one project. */
  public AppProject get(String project) throws ApiException {
    return transport.call(ArgoCdCall.get("projects", project), AnswerReader.of(AppProject.class));
  }

  /** Reads one project with what it inherits, and with what only it may use. */
  public DetailedProject detailed(String project) throws ApiException {
    return transport.call(
        ArgoCdCall.get("projects", project, "detailed"), AnswerReader.of(DetailedProject.class));
  }

  /** Reads one project with every field on the wire. */
  public WholeObject whole(String project) throws ApiException {
    return transport.call(ArgoCdCall.get("projects", project), WholeObject.reader());
  }

  /**
   * Puts another definition in the place of a project's, if nobody has changed it since it was read
   * by {@link #whole}; {@code CONFLICT} if someone has.
   */
  public AppProject replace(String project, WholeObject definition) throws ApiException {
    ObjectNode body = Json.object();
    body.set("project", definition.tree());
    return transport.call(
        ArgoCdCall.of("PUT", "projects", project).json(body), AnswerReader.of(AppProject.class));
  }

  /** Reads the events about a project, of the last hour or so. */
  public List<ApplicationEvent> events(String project) throws ApiException {
    return transport.call(
        ArgoCdCall.get("projects", project, "events"), Items.of(ApplicationEvent.class));
  }

  /** Reads the links that the server's administrators have set up for the project. */
  public List<DeepLink> links(String project) throws ApiException {
    return transport.call(ArgoCdCall.get("projects", project, "links"), Items.of(DeepLink.class));
  }

  /** Reads the names and specs of all projects. */
  public List<AppProject> list() throws ApiException {
    return transport.call(
        ArgoCdCall.get("projects").with("fields", "items.metadata.name,items.spec"),
        Items.of(AppProject.class));
  }

  /** Reads all windows of a project, whether active or not. */
  public List<ProjectWindow> windows(String project) throws ApiException {
    return get(project).spec().syncWindows();
  }

  /** Reads the windows of a project that are active now. */
  public List<ProjectWindow> activeWindows(String project) throws ApiException {
    return transport.call(
        ArgoCdCall.get("projects", project, "syncwindows"),
        Items.of("windows", ProjectWindow.class));
  }

  /**
   * Makes a token for a role.
   *
   * @param id the token's own name, by which it is found again
   * @param lifetime how long it is good; zero forever
   */
  public BearerToken createToken(String project, String role, String id, Duration lifetime)
      throws ApiException {
    ObjectNode body =
        Json.object()
            .put("project", project)
            .put("role", role)
            .put("id", id)
            .put("expiresIn", lifetime.toSeconds());
    return transport.call(
        ArgoCdCall.of("POST", "projects", project, "roles", role, "token").json(body),
        Tokens.reader());
  }

  /**
   * Takes a token of a role away.
   *
   * @param issuedAt its {@code iat}, in seconds since 1970
   */
  public void deleteToken(String project, String role, long issuedAt, String id)
      throws ApiException {
    transport.call(
        ArgoCdCall.of(
                "DELETE", "projects", project, "roles", role, "token", String.valueOf(issuedAt))
            .with("id", id),
        AnswerReader.nothing());
  }
}
