package dev.gatehouse.git.commit;

/**
 * The author or committer of a commit.
 *
 * @param name what people read
 * @param email the address; not checked beyond its shape
 */
public record Identity(String name, String email) {

  /** The product's own name, for repositories without a setting. */
  public static final Identity GATEHOUSE = new Identity("Gatehouse", "gatehouse@localhost");

  /** Refuses what would break a commit's header. */
  public Identity {
    if (name.isBlank() || (name + email).chars().anyMatch(c -> c < ' ' || c == '<' || c == '>')) {
      throw new IllegalArgumentException(
          "identity '%s' <%s> needs a name, and neither may hold '<', '>' or line breaks"
              .formatted(name, email));
    }
  }
}
