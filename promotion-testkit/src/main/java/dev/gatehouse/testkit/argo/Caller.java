package dev.gatehouse.testkit.argo;

import java.util.List;

/**
 * Who asks.
 *
 * @param subject the {@code sub} of the token; empty for nobody
 * @param account whose rules count; empty for nobody
 * @param groups of the account
 */
record Caller(String subject, String account, List<String> groups) {
  static final Caller NOBODY = new Caller("", "", List.of());

  Caller {
    groups = List.copyOf(groups);
  }

  boolean isSomebody() {
    return !account.isEmpty();
  }
}
