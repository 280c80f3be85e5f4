package dev.gatehouse.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A file to start from: it loads as it is, and its comments show what else there is.
 *
 * @param application the name of the first application
 * @param repository the address of the repository with desired state
 * @param schema where the editor finds the schema, such as {@code gatehouse.schema.json}
 */
public record StarterFile(String application, String repository, String schema) {
  /** The name of the schema file that {@code gatehouse init} writes beside the starter file. */
  public static final String SCHEMA = "gatehouse.schema.json";

  /**
   * Checks the name.
   *
   * @throws dev.gatehouse.reason.InvalidConfigurationException if the application cannot have it
   */
  public StarterFile {
    dev.gatehouse.reason.Naming.require("application", application);
  }

  /** Returns the text of the file. */
  public String text() {
    return template()
        .replace("@schema@", schema.replaceAll("\\s", "%20"))
        .replace("@repository@", quoted(repository))
        .replace("@application@", application);
  }

  private static String quoted(String text) {
    return "'" + text.replaceAll("\\R", " ").replace("'", "''") + "'";
  }

  private static String template() {
    try (InputStream in = StarterFile.class.getResourceAsStream("starter.gatehouse.yaml")) {
      if (in == null) {
        throw new IllegalStateException("the starter file is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
