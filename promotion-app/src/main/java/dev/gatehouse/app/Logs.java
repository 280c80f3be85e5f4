package dev.gatehouse.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/** What libraries may say: warnings, on the error stream. */
final class Logs {
  private Logs() {}

  /** Reads {@code logging.properties}, unless the process was started with rules of its own. */
  static void quieten() {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    try (InputStream rules = Logs.class.getResourceAsStream("logging.properties")) {
      if (rules != null) {
        LogManager.getLogManager().readConfiguration(rules);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
