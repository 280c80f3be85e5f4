package dev.gatehouse.config.shape;

import java.util.regex.Pattern;

/** How texts are spelled. */
public enum Spelling {
  /** Anything but blanks and control characters. */
  TEXT(
      "(?=[\\s\\S]*\\S)[^\\x00-\\x08\\x0b-\\x1f\\x7f]+",
      "a text",
      "Write something without control characters, or remove the key."),

  /** The name of a stage, a target, a shard and the like. */
  NAME(
      "(?!.*\\.\\.)[A-Za-z0-9][A-Za-z0-9._/-]{0,126}",
      "a name",
      "Use 1 to 127 letters, digits, '.', '-', '_' or '/', starting with a letter or digit, and no '..'."),

  /** A name with placeholders. */
  NAME_TEMPLATE(
      "(?!.*\\.\\.)[A-Za-z0-9{][A-Za-z0-9._/{}-]{0,126}",
      "a name",
      "Use letters, digits, '.', '-', '_', '/' and placeholders such as {target}."),

  /** A login, with the signs that bots and e-mail addresses have. */
  LOGIN(
      "(?!.*[.@\\[\\]]{2})[A-Za-z0-9][A-Za-z0-9._/@\\[\\]-]{0,126}",
      "a login",
      "Use 1 to 127 letters, digits, '.', '-', '_', '@', '[' or ']', starting with a letter or digit."),

  /** An e-mail address. */
  EMAIL("[^\\s@<>]+@[^\\s@<>]+", "an e-mail address", "Write it as name@example.com."),

  /** A Git identity. */
  GIT_IDENTITY(
      "[^<>\\n]*[^<>\\s] <[^\\s@<>]+@[^\\s@<>]+>",
      "a Git identity",
      "Write it as `Name <name@example.com>`."),

  /** A path below the top of a repository. */
  PATH(
      "(?![/~])(?!(?:.*/)?\\.\\.(?:/|$))[^\\x00-\\x20\\x7f](?:[^\\x00-\\x1f\\x7f]*[^\\x00-\\x20\\x7f])?",
      "a path inside the repository",
      "Write it relative to the top of the repository, without '..'."),

  /** An environment variable. */
  VARIABLE(
      "[A-Za-z_][A-Za-z0-9_]*",
      "the name of an environment variable",
      "Write the bare name, such as GATEHOUSE_TOKEN, without '$'."),

  /** The name of a fact. */
  CHECK(
      "[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*",
      "the name of a check",
      "Write family and name joined by a dot, such as trust.tests."),

  /** The name of a source of facts: bare for a source that is asked, with a kind for an actor. */
  SOURCE(
      "((?:person|service):)?(?!.*[.@\\[\\]]{2})[A-Za-z0-9][A-Za-z0-9._/@\\[\\]-]{0,126}",
      "the name of a source",
      "Write the name of a source, or an actor with its kind, such as service:ci or person:mia.");

  private final Pattern pattern;
  private final String wanted;
  private final String allowed;

  Spelling(String pattern, String wanted, String allowed) {
    this.pattern = Pattern.compile(pattern);
    this.wanted = wanted;
    this.allowed = allowed;
  }

  /** Returns whether the text is spelled like this. */
  public boolean fits(String text) {
    return pattern.matcher(text).matches();
  }

  /** Returns what it is called, with its article. */
  public String wanted() {
    return wanted;
  }

  /** Returns what is allowed, as the next step of a refusal. */
  public String allowed() {
    return allowed;
  }

  /** Returns the pattern as JSON Schema writes it. */
  String schemaPattern() {
    return "^" + pattern.pattern() + "$";
  }
}
