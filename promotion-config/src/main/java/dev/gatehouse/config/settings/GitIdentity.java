package dev.gatehouse.config.settings;

/**
 * A name in a commit.
 *
 * @param name the name
 * @param email the address
 */
public record GitIdentity(String name, String email) {
  /** The author of commits when none is given. */
  public static final GitIdentity GATEHOUSE = new GitIdentity("Gatehouse", "gatehouse@localhost");

  /** Reads {@code Name <address>}; the text has been checked for that form. */
  public static GitIdentity parse(String text) {
    int cut = text.lastIndexOf(" <");
    return new GitIdentity(
        text.substring(0, cut).strip(), text.substring(cut + 2, text.length() - 1));
  }
}
