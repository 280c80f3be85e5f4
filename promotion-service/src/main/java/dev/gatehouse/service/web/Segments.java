package dev.gatehouse.service.web;

import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.SafeText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads paths and queries strictly: what could be read in two ways is refused. */
final class Segments {
  private static final int HEX = 16;

  private Segments() {}

  /**
   * Returns the segments of a raw path, decoded one by one: an encoded slash stays within its
   * segment, and a segment that walks ({@code .}, {@code ..}) is refused.
   */
  static List<String> of(String path) {
    List<String> segments = new ArrayList<>();
    for (String raw : path.substring(1).split("/", -1)) {
      String segment = decoded(raw, path, false);
      if (segment.equals(".") || segment.equals("..") || raw.indexOf(';') >= 0) {
        throw unreadable("The path walks, or has parameters of its own.", path);
      }
      segments.add(segment);
    }
    return List.copyOf(segments);
  }

  /** Returns the values of a raw query. */
  static Map<String, List<String>> query(String raw, String path) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (!raw.isEmpty()) {
      for (String pair : raw.split("&", -1)) {
        int cut = pair.indexOf('=');
        String name = decoded(cut < 0 ? pair : pair.substring(0, cut), path, true);
        String value = cut < 0 ? "" : decoded(pair.substring(cut + 1), path, true);
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
      }
    }
    return values;
  }

  private static String decoded(String raw, String path, boolean plusIsSpace) {
    if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0) {
      return shown(raw, path);
    }
    ByteBuffer bytes = ByteBuffer.allocate(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        bytes.put((byte) (digit(raw, i + 1, path) * HEX + digit(raw, i + 2, path)));
        i += 2;
      } else if (c > '~') {
        throw unreadable("The address has a character that is not encoded.", path);
      } else {
        bytes.put((byte) (plusIsSpace && c == '+' ? ' ' : c));
      }
    }
    try {
      return shown(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes.flip())
              .toString(),
          path);
    } catch (CharacterCodingException e) {
      throw unreadable("The address is not UTF-8.", path);
    }
  }

  private static int digit(String raw, int at, String path) {
    int digit = at < raw.length() ? Character.digit(raw.charAt(at), HEX) : -1;
    if (digit < 0) {
      throw unreadable("The address has a '%' that encodes nothing.", path);
    }
    return digit;
  }

  private static String shown(String text, String path) {
    if (!text.codePoints().allMatch(SafeText::isSafe)) {
      throw unreadable("The address has a control character.", path);
    }
    return text;
  }

  private static InvalidConfigurationException unreadable(String what, String path) {
    return new InvalidConfigurationException(
        WebReasons.unreadable(
            what,
            "path " + SafeText.line(SafeText.cut(path, 200)),
            "Encode each segment of the path and each value of the query once, as UTF-8."));
  }
}
