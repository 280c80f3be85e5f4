package dev.gatehouse.evidence;

/**
 * A check that Gatehouse knows by name; a team may ask for others.
 *
 * @param name the name that facts and rules use
 * @param meaning what is so when it holds, in one sentence
 * @param shape what a fact about it looks like
 * @param knownBy who usually states it
 */
public record KnownCheck(CheckName name, String meaning, Shape shape, String knownBy) {
  /** What a fact about a check looks like. */
  public enum Shape {
    /** True or false. */
    CONDITION("true or false"),
    /** True or false, or a statement about an artifact or commit. */
    ATTESTED("true or false, or the digest or commit that it is about"),
    /** A number that should be low; a rule says how low with {@code atMost}. */
    NUMBER_AT_MOST("true or false, or a number with `atMost`"),
    /** A number that should be high; a rule says how high with {@code atLeast}. */
    NUMBER_AT_LEAST("true or false, or a number with `atLeast`"),
    /** A number only. */
    COUNT("a number");

    private final String label;

    Shape(String label) {
      this.label = label;
    }

    /** Returns it in words. */
    public String label() {
      return label;
    }

    /** Returns whether a rule may compare it with a threshold. */
    public boolean takesNumbers() {
      return this == NUMBER_AT_MOST || this == NUMBER_AT_LEAST || this == COUNT;
    }
  }
}
