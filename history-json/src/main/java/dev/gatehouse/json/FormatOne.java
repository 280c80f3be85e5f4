package dev.gatehouse.json;

import java.util.Optional;

/**
 * Lines of format 1, in which every stream was a promotion, as format 2 writes them; pure and
 * thread-safe.
 */
final class FormatOne {
  private static final String FIRST = "{\"row\":\"LEDGER\",\"format\":1,";
  private static final String COUNT = "\"promotions\":";
  private static final String STREAM = "\"promotion\":";

  private FormatOne() {}

  /** Returns whether a file that begins with this line has format 1. */
  static boolean isFirst(String line) {
    return line.startsWith(FIRST);
  }

  /** Returns the line as format 2 writes it; empty if format 1 would have written another one. */
  static Optional<String> upgraded(String line) {
    if (isFirst(line)) {
      String rest = line.substring(FIRST.length());
      return rest.contains(COUNT)
          ? Optional.of(FIRST.replace("1", "2") + rest.replace(COUNT, "\"streams\":"))
          : Optional.empty();
    }
    for (String row : new String[] {"HEAD", "ENTRY"}) {
      String start = "{\"row\":\"" + row + "\",";
      if (line.startsWith(start)) {
        return line.startsWith(STREAM, start.length())
            ? Optional.of(start + "\"stream\":" + line.substring(start.length() + STREAM.length()))
            : Optional.empty();
      }
    }
    return Optional.of(line);
  }
}
