package dev.gatehouse.testkit.lawbreakers.circle;

/** Works for a value. */
final class TextTrimmer {
  private TextTrimmer() {}

  static Text trim(Text text) {
    return new Text(text.value().trim());
  }
}
