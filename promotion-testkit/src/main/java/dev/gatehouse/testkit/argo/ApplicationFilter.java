package dev.gatehouse.testkit.argo;

import java.util.List;

/** Which applications a list or a stream is about. */
record ApplicationFilter(
    String name,
    String namespace,
    List<String> projects,
    String repository,
    LabelSelector selector) {
  ApplicationFilter {
    projects = List.copyOf(projects);
  }

  static ApplicationFilter of(QueryParameters query) throws Refusal {
    // The old name of the parameter wins over the new one.
    List<String> projects = query.all("project").stream().filter(p -> !p.isEmpty()).toList();
    return new ApplicationFilter(
        query.first("name"),
        query.first("appNamespace"),
        projects.isEmpty() ? query.all("projects") : projects,
        query.first("repo"),
        LabelSelector.parse(query.first("selector")));
  }

  boolean lets(TrackedApplication app) {
    return (name.isEmpty() || name.equals(app.name()))
        && (namespace.isEmpty() || namespace.equals(app.namespace()))
        && (projects.isEmpty() || projects.contains(app.project()))
        && (repository.isEmpty() || isFromRepository(app))
        && selector.matches(Json.at(app.json(), "metadata", "labels"));
  }

  private boolean isFromRepository(TrackedApplication app) {
    return app.sources().stream().anyMatch(s -> Json.text(s, "repoURL").equals(repository));
  }
}
