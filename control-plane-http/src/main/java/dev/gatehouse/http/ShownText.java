package dev.gatehouse.http;

import dev.gatehouse.reason.SafeText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes text from a server fit to be shown: short, on one line, without secrets. */
final class ShownText {
  private static final int MOST = 600;

  private ShownText() {}

  static String shown(@Nullable String text, List<String> hidden) {
    if (text == null) {
      return "";
    }
    String clean = text;
    for (String secret : hidden) {
      if (!secret.isEmpty()) {
        clean = clean.replace(secret, "(hidden)");
      }
    }
    clean = clean.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return SafeText.cut(clean, MOST);
  }
}
