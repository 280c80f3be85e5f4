package dev.gatehouse.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest over the hashes of rows in the order in which they were stored; a row more, less or
 * elsewhere gives another one. Starts afresh after {@link #seal}. Not thread-safe.
 */
public final class RowsDigest {
  private final MessageDigest sha256;

  /** Creates an empty digest. */
  public RowsDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Adds the next row by its hash. */
  public RowsDigest add(String rowHash) {
    sha256.update(rowHash.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Returns the digest of what was added, and starts afresh. */
  public String seal() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
