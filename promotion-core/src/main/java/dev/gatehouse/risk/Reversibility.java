package dev.gatehouse.risk;

/** What the rollback looks like; the worst of all factors wins. */
public enum Reversibility {
  R0("instant revert"),
  R1("slow revert, minutes to hours of reconciling"),
  R2("forward only"),
  R3("irreversible");

  private final String meaning;

  Reversibility(String meaning) {
    this.meaning = meaning;
  }

  /** Returns the words for people. */
  public String meaning() {
    return meaning;
  }

  /** Returns the worse of both. */
  public Reversibility worst(Reversibility other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
