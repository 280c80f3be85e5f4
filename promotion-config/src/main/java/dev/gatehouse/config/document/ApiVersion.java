package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Worded;

/** The versions of the format. */
public enum ApiVersion implements Worded {
  V1("gatehouse.dev/v1");

  private final String word;

  ApiVersion(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
