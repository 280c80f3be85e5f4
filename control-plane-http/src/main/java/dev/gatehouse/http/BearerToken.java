package dev.gatehouse.http;

/** A bearer token; it shows itself only to the request that carries it. Immutable. */
public final class BearerToken {
  private final String value;

  private BearerToken(String value) {
    this.value = value;
  }

  /**
   * Takes the token without the white space around it, as files tend to end in a new line.
   *
   * @throws IllegalArgumentException if nothing is left, or if it cannot be in a header
   */
  public static BearerToken of(String text) {
    String value = text.strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException("the token is empty");
    }
    if (value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "the token contains a character that no token has, perhaps a line break");
    }
    return new BearerToken(value);
  }

  /** The secret itself, for the one place that needs it. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "BearerToken(hidden)";
  }
}
