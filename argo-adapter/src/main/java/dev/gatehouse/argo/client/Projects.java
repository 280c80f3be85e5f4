package dev.gatehouse.argo.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argo.http.AnswerReader;
import dev.gatehouse.argo.http.ApiCall;
import dev.gatehouse.argo.http.ArgoCdException;
import dev.gatehouse.argo.http.ArgoCdToken;
import dev.gatehouse.argo.http.ArgoCdTransport;
import dev.gatehouse.argo.http.Json;
import dev.gatehouse.argo.model.AppProject;
import dev.gatehouse.argo.model.ApplicationEvent;
import dev.gatehouse.argo.model.DeepLink;
import dev.gatehouse.argo.model.DetailedProject;
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

  /** Reads one project with what it inherits, and with what only it may use. */
  public DetailedProject detailed(String project) throws ArgoCdException {
    return transport.call(
        ApiCall.get("projects", project, "detailed"), AnswerReader.of(DetailedProject.class));
  }

  /** Reads one project with every field on the wire. */
  public WholeObject whole(String project) throws ArgoCdException {
    return transport.call(ApiCall.get("projects", project), WholeObject.reader());
  }

  /**
   * Puts another definition in the place of a project's, if nobody has changed it since it was read
   * by {@link #whole}; {@code CONFLICT} if somebody has.
   */
  public AppProject replace(String project, WholeObject definition) throws ArgoCdException {
    ObjectNode body = Json.object();
    body.set("project", definition.tree());
    return transport.call(
        ApiCall.of("PUT", "projects", project).json(body), AnswerReader.of(AppProject.class));
  }

  /** Reads the events about a project, of the last hour or so. */
  public List<ApplicationEvent> events(String project) throws ArgoCdException {
    return transport.call(
        ApiCall.get("projects", project, "events"), Items.of(ApplicationEvent.class));
  }

  /** Reads the links that the server's administrators have set up for the project. */
  public List<DeepLink> links(String project) throws ArgoCdException {
    return transport.call(ApiCall.get("projects", project, "links"), Items.of(DeepLink.class));
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
