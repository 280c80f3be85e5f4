package dev.gatehouse.git.yaml;

import java.util.List;

/** What reading a text gave. */
public sealed interface YamlReading {

  /** The text is clear: every document of it. */
  record Read(List<YamlDocument> documents) implements YamlReading {
    /** Copies the documents. */
    public Read {
      documents = List.copyOf(documents);
    }
  }

  /**
   * The text cannot be trusted: malformed, beyond a limit, or with duplicate keys.
   *
   * @param problem one sentence without the file's name
   * @param line where it was noticed, counted from one
   */
  record Unreadable(String problem, int line) implements YamlReading {}
}
