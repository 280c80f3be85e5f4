package dev.gatehouse.jdbc;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Rebuilds the summaries and stops after the first durable part, until it is killed. */
final class RebuildingChild {
  static final String PART = "part";

  private RebuildingChild() {}

  /** Takes the URL. */
  public static void main(String[] arguments) {
    JdbcPlatform platform =
        JdbcPlatform.open(JdbcSettings.of(arguments[0], Optional.empty(), Optional.empty()));
    platform
        .history()
        .rebuildSummaries(
            progress -> {
              System.out.print(PART + " " + progress.compared() + "\n");
              System.out.flush();
              LockSupport.park();
            });
  }
}
