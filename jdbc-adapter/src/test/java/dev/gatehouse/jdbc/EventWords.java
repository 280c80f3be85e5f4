package dev.gatehouse.jdbc;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words what the JSON of events holds, by the components of their records. */
final class EventWords {
  /** What was met on the way and needs a line of its own, by its name on the page. */
  private final Map<String, Class<?>> met = new TreeMap<>();

  /** Returns one line for each kind of a family of events. */
  List<String> family(Class<?> family) {
    return Arrays.stream(family.getPermittedSubclasses())
        .sorted((one, other) -> tag(one).compareTo(tag(other)))
        .map(type -> "| `" + tag(type) + "` | " + components(type) + " |")
        .toList();
  }

  /** Returns one line for each type that is named by a line before. */
  List<String> types() {
    Map<String, String> lines = new TreeMap<>();
    while (lines.size() < met.size()) {
      Map<String, Class<?>> todo = new TreeMap<>(met);
      todo.keySet().removeAll(lines.keySet());
      todo.forEach((name, type) -> lines.put(name, "| `" + name + "` | " + shape(type) + " |"));
    }
    return List.copyOf(lines.values());
  }

  private String shape(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Stream.of(type.getEnumConstants())
              .map(constant -> "`" + ((Enum<?>) constant).name() + "`")
              .collect(Collectors.joining(", "));
    }
    if (type.isSealed()) {
      return "by `"
          + tagName(type)
          + "`: "
          + Arrays.stream(type.getPermittedSubclasses())
              .map(one -> "`" + tag(one) + "` (" + components(one) + ")")
              .collect(Collectors.joining("; "));
    }
    return components(type);
  }

  private String components(Class<?> type) {
    String all =
        Arrays.stream(type.getRecordComponents())
            .map(this::component)
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "nothing more" : all;
  }

  private String component(RecordComponent component) {
    return "`" + component.getName() + "` " + words(component.getGenericType());
  }

  private String words(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] members = generic.getActualTypeArguments();
      String last = words(members[members.length - 1]);
      return generic.getRawType() == Optional.class
          ? last + "?"
          : generic.getRawType() == Map.class ? "map to " + last : "list of " + last;
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class || isValue(raw)) {
      return "text";
    }
    if (raw == Instant.class || raw == Duration.class) {
      return raw == Instant.class ? "time" : "duration";
    }
    if (raw.isRecord() || raw.isEnum() || raw.isSealed()) {
      met.put(name(raw), raw);
      return name(raw);
    }
    return raw == boolean.class
        ? "yes or no"
        : Set.of(int.class, long.class).contains(raw) ? "number" : "text";
  }

  /** A record that only wraps a text is written as that text. */
  private static boolean isValue(Class<?> type) {
    return type.isRecord()
        && type.getRecordComponents().length == 1
        && type.getRecordComponents()[0].getName().equals("value")
        && type.getRecordComponents()[0].getType() == String.class;
  }

  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return (outer == null ? "" : name(outer) + ".") + type.getSimpleName();
  }

  private static String tag(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  private static String tagName(Class<?> sealed) {
    return Arrays.stream(sealed.getDeclaredMethods())
        .filter(method -> method.getReturnType().isEnum())
        .filter(method -> method.getReturnType().getEnclosingClass() == sealed)
        .findFirst()
        .orElseThrow()
        .getName();
  }
}
