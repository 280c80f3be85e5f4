package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/** Whom the server takes us for; nobody when the token is missing or void. */
public record UserInfo(
    boolean loggedIn, Optional<String> username, Optional<String> iss, List<String> groups) {
  /** Copies the list. */
  public UserInfo {
    username = Given.filled(username);
    iss = Given.filled(iss);
    groups = Given.list(groups);
  }
}
