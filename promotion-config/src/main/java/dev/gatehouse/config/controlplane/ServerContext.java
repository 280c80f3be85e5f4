package dev.gatehouse.config.controlplane;

import dev.gatehouse.config.document.SecretEntry;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.settings.SecretReference;
import dev.gatehouse.config.shape.Located;
import java.nio.file.Path;

/** What helps to read how a control plane is reached; for one thread. */
public interface ServerContext {
  /** Returns the reference to a secret. */
  SecretReference secret(SecretEntry entry);

  /** Returns a file; a relative path starts at the folder of the rules. */
  Path path(String written);

  /**
   * Refuses an address that holds a password or a token, and tells whether it did; the address
   * itself is not shown.
   *
   * @param instead the key by which the secret is referred to
   */
  boolean refusesSecrets(Located<String> address, String instead);

  /** Returns what takes the mistakes. */
  Problems problems();
}
