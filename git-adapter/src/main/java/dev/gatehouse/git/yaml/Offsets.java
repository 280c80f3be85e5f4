package dev.gatehouse.git.yaml;

import org.snakeyaml.engine.v2.exceptions.Mark;

/** Turns the parser's code point positions into character offsets of one text. */
final class Offsets {
  private final String text;
  private final boolean identical;
  private int lastPoint;
  private int lastOffset;

  Offsets(String text) {
    this.text = text;
    this.identical = text.codePointCount(0, text.length()) == text.length();
  }

  int of(Mark mark) {
    int point = mark.getIndex();
    if (identical) {
      return point;
    }
    lastOffset = text.offsetByCodePoints(lastOffset, point - lastPoint);
    lastPoint = point;
    return lastOffset;
  }
}
