package dev.gatehouse.testkit.argo;

import java.nio.charset.StandardCharsets;

/** Bytes that nobody changes. */
final class Bytes {
  static final Bytes NONE = new Bytes(new byte[0]);

  private final byte[] content;

  Bytes(byte[] content) {
    this.content = content.clone();
  }

  static Bytes of(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] content() {
    return content.clone();
  }

  int size() {
    return content.length;
  }

  String text() {
    return new String(content, StandardCharsets.UTF_8);
  }
}
