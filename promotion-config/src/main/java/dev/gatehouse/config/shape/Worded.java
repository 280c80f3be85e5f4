package dev.gatehouse.config.shape;

/** An enum constant whose word in the file is not its name. */
public interface Worded {
  /** Returns the word. */
  String word();
}
