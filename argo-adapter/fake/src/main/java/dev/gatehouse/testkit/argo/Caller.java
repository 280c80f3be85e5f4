package dev.gatehouse.testkit.argo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param account whose rules count; empty for nobody
 * @param groups of the account
 * @param issuedAt when the token was issued
 */
record Caller(String account, List<String> groups, Optional<Instant> issuedAt) {
  static final Caller NOBODY = new Caller("", List.of(), Optional.empty());

  Caller {
    groups = List.copyOf(groups);
  }

  boolean isSomebody() {
    return !account.isEmpty();
  }
}
