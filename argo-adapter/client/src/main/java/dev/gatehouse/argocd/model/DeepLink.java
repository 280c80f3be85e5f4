package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.Optional;

/** A link that the server's administrators have set up; its address is their text, not checked. */
public record DeepLink(
    String title, String url, Optional<String> description, Optional<String> iconClass) {
  /** Fills what is missing. */
  public DeepLink {
    title = Given.text(title);
    url = Given.text(url);
    description = Given.filled(description);
    iconClass = Given.filled(iconClass);
  }
}
