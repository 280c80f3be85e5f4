package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/** What a Helm chart says about itself. */
public record ChartDetails(
    Optional<String> description, Optional<String> home, List<String> maintainers) {
  /** Copies the list. */
  public ChartDetails {
    description = Given.filled(description);
    home = Given.filled(home);
    maintainers = Given.list(maintainers);
  }
}
