package dev.gatehouse.jdbc;

import java.util.ArrayList;
import java.util.List;

/** The platforms that one test opens on one database, closed together; thread-safe. */
final class Opened implements AutoCloseable {
  private final JdbcSettings settings;
  private final List<JdbcPlatform> open = new ArrayList<>();

  Opened(JdbcSettings settings) {
    this.settings = settings;
  }

  /** The platform of this test. */
  synchronized JdbcPlatform first() {
    return open.isEmpty() ? another() : open.get(0);
  }

  /** One more on the same database, as another process would have it. */
  synchronized JdbcPlatform another() {
    JdbcPlatform platform = JdbcPlatform.open(settings);
    open.add(platform);
    return platform;
  }

  /** A platform that is opened after all others were closed. */
  synchronized JdbcPlatform reopened() {
    close();
    return first();
  }

  @Override
  public synchronized void close() {
    open.forEach(JdbcPlatform::close);
    open.clear();
  }
}
