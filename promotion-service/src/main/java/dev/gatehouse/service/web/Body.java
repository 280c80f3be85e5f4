package dev.gatehouse.service.web;

import java.io.ByteArrayOutputStream;

/** Collects a body part by part, up to a limit; for one thread at a time. */
final class Body {
  private final int limit;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean tooLong;

  Body(int limit) {
    this.limit = limit;
  }

  /** Adds a part; tells whether this is the part that goes beyond the limit. */
  boolean add(byte[] part) {
    if (tooLong || bytes.size() + part.length > limit) {
      boolean first = !tooLong;
      tooLong = true;
      return first;
    }
    bytes.writeBytes(part);
    return false;
  }

  boolean isTooLong() {
    return tooLong;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
