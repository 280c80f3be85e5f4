package dev.gatehouse.app.argo;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argocd.model.ApplicationRef;

/** The application of a target in the words of the client. */
final class ArgoNames {
  private ArgoNames() {}

  static ApplicationRef ref(ArgoApplication rules) {
    return new ApplicationRef(rules.name(), rules.project(), rules.namespace());
  }
}
