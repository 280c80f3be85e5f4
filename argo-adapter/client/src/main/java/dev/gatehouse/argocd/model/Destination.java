package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.Optional;

/** The cluster, by address or by name, and the namespace that an application is put into. */
public record Destination(
    Optional<String> server, Optional<String> name, Optional<String> namespace) {
  static final Destination EMPTY =
      new Destination(Optional.empty(), Optional.empty(), Optional.empty());

  /** Takes empty text as missing. */
  public Destination {
    server = Given.filled(server);
    name = Given.filled(name);
    namespace = Given.filled(namespace);
  }
}
