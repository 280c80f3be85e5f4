package dev.gatehouse.http;

/**
 * Whose certificates are believed.
 *
 * @param kind the choice
 * @param pem the certificates of the authorities, for {@link Kind#OWN_CA}; empty otherwise
 */
public record TlsTrust(Kind kind, String pem) {
  /** The choices. */
  public enum Kind {
    /** What the Java runtime believes. */
    SYSTEM,
    /** Only the given authorities. */
    OWN_CA,
    /** Plain HTTP: anyone on the network path can read the token. */
    INSECURE
  }

  /** What the Java runtime believes. */
  public static TlsTrust system() {
    return new TlsTrust(Kind.SYSTEM, "");
  }

  /** Only what these certificates, in PEM, have signed. */
  public static TlsTrust ca(String pem) {
    return new TlsTrust(Kind.OWN_CA, pem);
  }

  /** Anybody; for a test server on the same machine. */
  public static TlsTrust insecure() {
    return new TlsTrust(Kind.INSECURE, "");
  }
}
