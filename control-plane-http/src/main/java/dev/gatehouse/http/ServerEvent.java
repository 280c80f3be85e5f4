package dev.gatehouse.http;

/**
 * One event that a server has sent. Immutable.
 *
 * <p>Its data is not shown, because it may hold a secret.
 */
public final class ServerEvent {
  private final String name;
  private final byte[] data;

  ServerEvent(String name, byte[] data) {
    this.name = name;
    this.data = data.clone();
  }

  /** Returns the name that the server gave the event; empty for none. */
  public String name() {
    return name;
  }

  /** Returns its data; empty for a sign of life. */
  public byte[] data() {
    return data.clone();
  }

  /** Returns whether it says nothing but that the server is still there. */
  public boolean isEmpty() {
    return data.length == 0;
  }
}
