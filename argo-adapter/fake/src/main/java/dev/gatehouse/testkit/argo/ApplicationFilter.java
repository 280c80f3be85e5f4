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
        selector(query));
  }

  /** A stream knows no repository, and a namespace only together with a name. */
  static ApplicationFilter ofStream(QueryParameters query) throws Refusal {
    ApplicationFilter list = of(query);
    String namespace = list.namespace.isEmpty() ? "argocd" : list.namespace;
    return new ApplicationFilter(
        list.name, list.name.isEmpty() ? "" : namespace, list.projects, "", list.selector);
  }

  private static LabelSelector selector(QueryParameters query) throws Refusal {
    try {
      return LabelSelector.parse(query.first("selector"));
    } catch (Refusal unreadable) {
      throw new Refusal(GrpcCode.UNKNOWN, "error parsing the selector: " + unreadable.text());
    }
  }

  boolean lets(TrackedApplication app) {
    return (name.isEmpty() || name.equals(app.name()))
        && (namespace.isEmpty() || namespace.equals(app.namespace()))
        && (projects.isEmpty() || projects.contains(app.project()))
        && (repository.isEmpty() || isFromRepository(app))
        && selector.matches(Json.at(app.json(), "metadata", "labels"));
  }

  // Several sources are not looked at.
  private boolean isFromRepository(TrackedApplication app) {
    return Json.text(app.json(), "spec", "source", "repoURL").equals(repository);
  }
}
