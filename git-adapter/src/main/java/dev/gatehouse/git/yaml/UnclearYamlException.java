package dev.gatehouse.git.yaml;

/** Ends the reading of a text that cannot be trusted; becomes a {@link YamlReading.Unreadable}. */
final class UnclearYamlException extends Exception {
  private static final long serialVersionUID = 1L;
  private final int line;

  UnclearYamlException(String problem, int line) {
    super(problem, null, false, false);
    this.line = line;
  }

  String problem() {
    return String.valueOf(getMessage());
  }

  int line() {
    return line;
  }
}
