package dev.gatehouse.history;

import dev.gatehouse.change.CanonicalDigest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How the rows of one stream are chained; pure and thread-safe. */
public final class HashChain {
  /** What is before the first row. */
  public static final String GENESIS = "0".repeat(64);

  private HashChain() {}

  /** Returns the row that follows a row with this hash. */
  public static LedgerEntry next(
      StreamId stream, long version, String payload, String previousHash) {
    return new LedgerEntry(
        stream, version, payload, previousHash, hash(stream, version, payload, previousHash));
  }

  /** Returns the SHA-256 of a payload alone, as hexadecimal digits. */
  public static String digest(String payload) {
    return HexFormat.of().formatHex(sha256().digest(payload.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns whether the row's hash is the hash of what is in it. */
  public static boolean isSound(LedgerEntry entry) {
    return entry
        .hash()
        .equals(hash(entry.stream(), entry.version(), entry.payload(), entry.previousHash()));
  }

  /**
   * The {@link CanonicalDigest} of the four values, written out because a verifier computes
   * millions.
   */
  private static String hash(StreamId stream, long version, String payload, String previousHash) {
    byte[] previous = previousHash.getBytes(StandardCharsets.UTF_8);
    byte[] id = stream.key().getBytes(StandardCharsets.UTF_8);
    byte[] number = Long.toString(version).getBytes(StandardCharsets.UTF_8);
    byte[] text = payload.getBytes(StandardCharsets.UTF_8);
    MessageDigest sha256 = sha256();
    add(sha256, 't', previous);
    add(sha256, 't', id);
    add(sha256, 'n', number);
    add(sha256, 't', text);
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static void add(MessageDigest sha256, char tag, byte[] bytes) {
    sha256.update((byte) tag);
    sha256.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) ':');
    sha256.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
