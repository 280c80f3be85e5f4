package dev.gatehouse.git.commit;

import java.io.IOException;

/** Signs commits; implementations are thread-safe. */
public interface Signer {

  /**
   * The armoured signature of a commit object without signature.
   *
   * @throws IOException when the signing program fails or says no
   */
  byte[] sign(byte[] commit) throws IOException;
}
