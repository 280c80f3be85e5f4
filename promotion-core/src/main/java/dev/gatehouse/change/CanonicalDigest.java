package dev.gatehouse.change;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A SHA-256 over domain values in which no two different values share an encoding: every part
 * carries its type and its length.
 *
 * <p>Takes records, strings, numbers, booleans, enums, optionals, lists, sets, maps and {@code
 * java.time} values. Not thread-safe: use one per digest.
 */
public final class CanonicalDigest {
  /**
   * A record that later versions gave more components: those that say nothing are left out, so that
   * digests from before stay as they were.
   */
  public interface Grown {
    /** Returns how many components count, from the first one. */
    int digested();
  }

  /**
   * A record around a text that earlier versions kept as the text itself: it is digested like that
   * text.
   */
  public interface Plain {
    /** Returns the text. */
    String value();
  }

  private static final ClassValue<List<Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          List<Method> accessors =
              Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor).toList();
          accessors.forEach(accessor -> accessor.setAccessible(true));
          return accessors;
        }
      };

  private final MessageDigest sha256;

  /** Creates an empty digest. */
  public CanonicalDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Adds one value and everything in it; refuses a type it does not know. */
  public CanonicalDigest add(Object value) {
    if (value instanceof Plain plain) {
      text('t', plain.value());
    } else if (value instanceof Record record) {
      addRecord(record);
    } else if (value instanceof Optional<?> optional) {
      open('o', optional.isPresent() ? 1 : 0);
      optional.ifPresent(this::add);
    } else if (value instanceof Set<?> set) {
      addSorted(set);
    } else if (value instanceof Collection<?> list) {
      open('l', list.size());
      list.forEach(this::add);
    } else if (value instanceof Map<?, ?> map) {
      addMap(map);
    } else {
      addScalar(value);
    }
    return this;
  }

  /** Returns the digest as 64 lower-case hex digits; the instance is spent afterwards. */
  public String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  private void addRecord(Record record) {
    List<Method> all = ACCESSORS.get(record.getClass());
    List<Method> accessors = record instanceof Grown grown ? all.subList(0, grown.digested()) : all;
    text('r', record.getClass().getSimpleName());
    open('r', accessors.size());
    for (Method accessor : accessors) {
      try {
        add(accessor.invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a record's accessor cannot fail: " + accessor, e);
      }
    }
  }

  private void addSorted(Set<?> set) {
    Map<String, Object> sorted = new TreeMap<>();
    set.forEach(member -> sorted.put(new CanonicalDigest().add(member).hex(), member));
    open('s', sorted.size());
    sorted.keySet().forEach(hex -> text('h', hex));
  }

  private void addMap(Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(new CanonicalDigest().add(key).hex(), value));
    open('m', sorted.size());
    sorted.forEach(
        (hex, value) -> {
          text('h', hex);
          add(value);
        });
  }

  private void addScalar(Object value) {
    if (value instanceof Enum<?> constant) {
      text('e', constant.name());
    } else if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      text(value instanceof String ? 't' : 'n', value.toString());
    } else if (value.getClass().getPackageName().equals("java.time")) {
      text('d', value.toString());
    } else {
      throw new IllegalArgumentException("no canonical form for " + value.getClass().getName());
    }
  }

  private void text(char tag, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    if (hasLoneSurrogate(value)) {
      // UTF-8 has no form for it and would write '?', as for a real question mark.
      sha256.update((byte) 'u');
      bytes = utf16(value);
    }
    open(tag, bytes.length);
    sha256.update(bytes);
  }

  private static boolean hasLoneSurrogate(String value) {
    return value
        .codePoints()
        .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  private static byte[] utf16(String value) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * value.length());
    value.chars().forEach(unit -> bytes.putChar((char) unit));
    return bytes.array();
  }

  private void open(char tag, int length) {
    sha256.update((tag + Integer.toString(length) + ":").getBytes(StandardCharsets.US_ASCII));
  }
}
