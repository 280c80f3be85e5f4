package dev.gatehouse.argocd.client;

import dev.gatehouse.argocd.http.ArgoCdCall;
import dev.gatehouse.http.ApiCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which applications a list or a stream is about, and which of their fields. Immutable; each method
 * returns a changed copy.
 *
 * @param projects only these; all when empty
 * @param selector a label selector such as {@code team=a,tier!=test}
 * @param repo only those from this repository
 * @param name only this one
 * @param namespace only those in this namespace
 * @param resourceVersion for a stream: no first picture of what is there
 * @param fields paths below the application; everything when empty, which is heavy
 */
public record ApplicationQuery(
    List<String> projects,
    Optional<String> selector,
    Optional<String> repo,
    Optional<String> name,
    Optional<String> namespace,
    Optional<String> resourceVersion,
    List<String> fields) {
  private static final String NAME = "metadata.name";
  private static final String MISNAMED = "status.operationState.operation.sync";
  private static final List<String> USUAL =
      List.of(
          NAME,
          "metadata.namespace",
          "metadata.labels",
          "metadata.annotations",
          "metadata.creationTimestamp",
          "metadata.deletionTimestamp",
          "spec.project",
          "spec.destination",
          "spec.source",
          "spec.sources",
          "spec.syncPolicy",
          "status.sync.status",
          "status.sync.revision",
          "status.health",
          "status.operationState.startedAt",
          "status.operationState.finishedAt",
          "status.operationState.phase",
          "operation.sync");

  /** Copies the lists, and refuses a field whose name the server misunderstands. */
  public ApplicationQuery {
    projects = List.copyOf(projects);
    fields = List.copyOf(fields);
    if (fields.contains(MISNAMED)) {
      throw new IllegalArgumentException(
          "the server shows a result as " + MISNAMED + "; read the application alone instead");
    }
  }

  /** All applications with the fields that tell how they are. */
  public static ApplicationQuery all() {
    return new ApplicationQuery(
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        USUAL);
  }

  /** Only those in these projects. */
  public ApplicationQuery inProjects(List<String> wanted) {
    return new ApplicationQuery(wanted, selector, repo, name, namespace, resourceVersion, fields);
  }

  /** Only those with these labels. */
  public ApplicationQuery withSelector(String labels) {
    return new ApplicationQuery(
        projects, Optional.of(labels), repo, name, namespace, resourceVersion, fields);
  }

  /** Only those from this repository. */
  public ApplicationQuery fromRepo(String url) {
    return new ApplicationQuery(
        projects, selector, Optional.of(url), name, namespace, resourceVersion, fields);
  }

  /** Only this one. */
  public ApplicationQuery named(String wanted) {
    return new ApplicationQuery(
        projects, selector, repo, Optional.of(wanted), namespace, resourceVersion, fields);
  }

  /** Only those in this namespace. */
  public ApplicationQuery inNamespace(String wanted) {
    return new ApplicationQuery(
        projects, selector, repo, name, Optional.of(wanted), resourceVersion, fields);
  }

  /** For a stream: only what changes after this version, and no first picture. */
  public ApplicationQuery after(String version) {
    return new ApplicationQuery(
        projects, selector, repo, name, namespace, Optional.of(version), fields);
  }

  /** With these fields; all of them when the list is empty. */
  public ApplicationQuery withFields(List<String> wanted) {
    return new ApplicationQuery(projects, selector, repo, name, namespace, resourceVersion, wanted);
  }

  /** The request for the list. */
  public ApiCall listCall() {
    return call(ArgoCdCall.get("applications"), "metadata.resourceVersion", "items.");
  }

  /** The request for the stream; an error in it is a field, too, and must be asked for. */
  public ApiCall streamCall() {
    return call(
        ArgoCdCall.get("stream", "applications"), "result.type,error", "result.application.");
  }

  private ApiCall call(ApiCall start, String first, String prefix) {
    ApiCall call = start;
    for (String project : projects) {
      call = call.with("projects", project);
    }
    call =
        call.with("selector", selector)
            .with("repo", repo)
            .with("name", name)
            .with("appNamespace", namespace)
            .with("resourceVersion", resourceVersion);
    return fields.isEmpty() ? call : call.with("fields", first + paths(prefix));
  }

  private String paths(String prefix) {
    List<String> wanted = new ArrayList<>(fields);
    if (!wanted.contains(NAME) && !wanted.contains("metadata")) {
      wanted.add(NAME);
    }
    return wanted.stream().map(path -> "," + prefix + path).collect(Collectors.joining());
  }
}
