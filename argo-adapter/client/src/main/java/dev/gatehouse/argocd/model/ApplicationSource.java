package dev.gatehouse.argocd.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.http.Given;
import java.util.Map;
import java.util.Optional;

/**
 * Where manifests come from; two sources are equal when every field on the wire is.
 *
 * @param targetRevision branch, tag, commit or chart version
 * @param ref the name by which other sources take values from it
 * @param rest every other field (helm, kustomize, directory, plugin and so on), as plain maps,
 *     lists, texts and numbers
 */
public record ApplicationSource(
    @JsonProperty("repoURL") String repoUrl,
    Optional<String> path,
    Optional<String> targetRevision,
    Optional<String> chart,
    Optional<String> ref,
    Optional<String> name,
    @JsonAnySetter Map<String, Object> rest) {
  /** Copies the map and fills what is missing. */
  public ApplicationSource {
    repoUrl = Given.text(repoUrl);
    path = Given.filled(path);
    targetRevision = Given.filled(targetRevision);
    chart = Given.filled(chart);
    ref = Given.filled(ref);
    name = Given.filled(name);
    rest = Given.map(rest);
  }

  /** Whether it is a Helm chart from a chart repository. */
  public boolean isChart() {
    return chart.isPresent();
  }
}
