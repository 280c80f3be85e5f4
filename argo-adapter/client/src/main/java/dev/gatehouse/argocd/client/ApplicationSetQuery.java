package dev.gatehouse.argocd.client;

import dev.gatehouse.argocd.http.ArgoCdCall;
import dev.gatehouse.http.ApiCall;
import java.util.List;
import java.util.Optional;

/**
 * Which application sets a list or a stream is about. Immutable.
 *
 * @param projects only these; all when empty
 * @param selector a label selector
 * @param name only this one; for a stream only
 * @param namespace only those in this namespace
 */
public record ApplicationSetQuery(
    List<String> projects,
    Optional<String> selector,
    Optional<String> name,
    Optional<String> namespace) {
  /** Copies the list. */
  public ApplicationSetQuery {
    projects = List.copyOf(projects);
  }

  /** All application sets. */
  public static ApplicationSetQuery all() {
    return new ApplicationSetQuery(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Only those in these projects. */
  public ApplicationSetQuery inProjects(List<String> wanted) {
    return new ApplicationSetQuery(wanted, selector, name, namespace);
  }

  /** Only those with these labels. */
  public ApplicationSetQuery withSelector(String labels) {
    return new ApplicationSetQuery(projects, Optional.of(labels), name, namespace);
  }

  /** Only this one, which a stream then begins with; a list has no such choice. */
  public ApplicationSetQuery named(String wanted) {
    return new ApplicationSetQuery(projects, selector, Optional.of(wanted), namespace);
  }

  /** Only those in this namespace. */
  public ApplicationSetQuery inNamespace(String wanted) {
    return new ApplicationSetQuery(projects, selector, name, Optional.of(wanted));
  }

  /** The request for the list. */
  public ApiCall listCall() {
    return call(ArgoCdCall.get("applicationsets")).with("appsetNamespace", namespace);
  }

  /** The request for the stream; it spells the namespace in another way than the list does. */
  public ApiCall streamCall() {
    return call(ArgoCdCall.get("stream", "applicationsets"))
        .with("name", name)
        .with("appSetNamespace", namespace);
  }

  private ApiCall call(ApiCall start) {
    ApiCall call = start;
    for (String project : projects) {
      call = call.with("projects", project);
    }
    return call.with("selector", selector);
  }
}
