package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;

/** Names one object of an application; an empty group is Kubernetes' core group. */
public record ResourceRef(String group, String kind, String namespace, String name) {
  /** Fills what is missing. */
  public ResourceRef {
    group = Given.text(group);
    kind = Given.text(kind);
    namespace = Given.text(namespace);
    name = Given.text(name);
  }
}
