package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of docs/reference that is written from the code, and must say what the code says. */
public final class ReferencePage {
  private ReferencePage() {}

  /** Compares the page with its text; {@code -Dgatehouse.docs.update=true} writes it instead. */
  public static void check(String name, String text) {
    Path page = Path.of("..", "docs", "reference", name);
    try {
      if (Boolean.getBoolean("gatehouse.docs.update")) {
        Files.writeString(page, text);
      }
      assertThat(Files.readString(page))
          .as("%s; -Dgatehouse.docs.update=true writes it again", page)
          .isEqualTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
