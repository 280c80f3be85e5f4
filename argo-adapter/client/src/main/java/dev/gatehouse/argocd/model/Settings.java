package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.Optional;

/** What a server tells about its settings. */
public record Settings(
    Optional<String> url,
    Optional<String> appLabelKey,
    Optional<String> trackingMethod,
    Optional<String> controllerNamespace,
    boolean appsInAnyNamespaceEnabled,
    boolean hydratorEnabled,
    boolean impersonationEnabled,
    boolean syncWithReplaceAllowed) {
  /** Takes empty text as missing. */
  public Settings {
    url = Given.filled(url);
    controllerNamespace = Given.filled(controllerNamespace);
  }
}
