package dev.gatehouse.config.problem;

import dev.gatehouse.reason.ReasonCode;

/** The names of the mistakes that a configuration file can hold. */
public final class ProblemCodes {
  /** The file cannot be read at all: missing, too large, not UTF-8. */
  public static final ReasonCode UNREADABLE = ReasonCode.of("configuration-unreadable");

  /** The text is not YAML, or YAML of a kind that is not used here. */
  public static final ReasonCode SYNTAX = ReasonCode.of("configuration-syntax");

  /** A key is twice in one mapping. */
  public static final ReasonCode DUPLICATE_KEY = ReasonCode.of("duplicate-key");

  /** A key that is unknown here. */
  public static final ReasonCode UNKNOWN_KEY = ReasonCode.of("unknown-key");

  /** A key that has to be there is not. */
  public static final ReasonCode MISSING_KEY = ReasonCode.of("missing-key");

  /** A list where a text is expected, and the like. */
  public static final ReasonCode WRONG_TYPE = ReasonCode.of("wrong-type");

  /** A value outside of what is allowed. */
  public static final ReasonCode WRONG_VALUE = ReasonCode.of("wrong-value");

  /** Settings that exclude each other, or that need each other. */
  public static final ReasonCode WRONG_COMBINATION = ReasonCode.of("wrong-combination");

  /** A name that nobody defined. */
  public static final ReasonCode UNKNOWN_NAME = ReasonCode.of("unknown-name");

  /** A placeholder that nothing fills. */
  public static final ReasonCode UNKNOWN_PLACEHOLDER = ReasonCode.of("unknown-placeholder");

  /** A secret that is in the file itself. */
  public static final ReasonCode SECRET_IN_FILE = ReasonCode.of("secret-in-file");

  /** Two targets that would write the same thing to the same place. */
  public static final ReasonCode SAME_TARGET = ReasonCode.of("same-target");

  /** Decisions that the people of the file cannot give. */
  public static final ReasonCode UNFILLABLE_QUORUM = ReasonCode.of("unfillable-quorum");

  /** A window without a single start. */
  public static final ReasonCode NEVER_OPENS = ReasonCode.of("window-never-opens");

  /** A control model that asks for less than the built-in one; a notice, no mistake. */
  public static final ReasonCode LOOSER_THAN_DEFAULT = ReasonCode.of("looser-than-default");

  /** An on-request window that nobody asks for; a notice, no mistake. */
  public static final ReasonCode UNUSED_WINDOW = ReasonCode.of("unused-window");

  /** A check whose name is almost one of the known ones; a notice, no mistake. */
  public static final ReasonCode UNUSUAL_CHECK = ReasonCode.of("unusual-check");

  /** A threshold for a check that is not a number; a notice, no mistake. */
  public static final ReasonCode UNUSUAL_THRESHOLD = ReasonCode.of("unusual-threshold");

  /** A source of facts that can never answer; a notice, no mistake. */
  public static final ReasonCode UNKNOWN_SOURCE = ReasonCode.of("unknown-source");

  /** Rights that let people propose and nobody attest; a notice, no mistake. */
  public static final ReasonCode NOBODY_ATTESTS = ReasonCode.of("nobody-attests");

  /** An update whose file lies outside its target's folder; a notice, no mistake. */
  public static final ReasonCode FILE_OUTSIDE_FOLDER = ReasonCode.of("file-outside-folder");

  private ProblemCodes() {}
}
