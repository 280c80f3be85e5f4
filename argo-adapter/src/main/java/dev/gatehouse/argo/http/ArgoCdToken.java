package dev.gatehouse.argo.http;

/** A bearer token; it shows itself only to the request that carries it. Immutable. */
public final class ArgoCdToken {
  private final String value;

  private ArgoCdToken(String value) {
    this.value = value;
  }

  /**
   * Takes the token without the white space around it, as files tend to end in a new line.
   *
   * @throws IllegalArgumentException if nothing is left, or if it cannot stand in a header
   */
  public static ArgoCdToken of(String text) {
    String value = text.strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException("the Argo CD token is empty");
    }
    if (value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "the Argo CD token holds a character that no token has, a line break perhaps");
    }
    return new ArgoCdToken(value);
  }

  /** The secret itself, for the one place that needs it. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "ArgoCdToken(hidden)";
  }
}
