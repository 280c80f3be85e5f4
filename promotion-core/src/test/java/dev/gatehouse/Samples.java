package dev.gatehouse;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a value of almost any type by trying, so that a law can build every record of the core. */
final class Samples {
  private static final int TRIES = 400;
  private static final List<Object> TEXTS =
      List.of(
          "a",
          "a/b.yaml",
          "sha256:" + "0".repeat(64),
          "0".repeat(64),
          "0".repeat(40),
          "1.0",
          "https://example.org/a",
          "0 0 * * *");
  private static final Map<Class<?>, List<Object>> SIMPLE = new HashMap<>();

  static {
    SIMPLE.put(String.class, TEXTS);
    SIMPLE.put(Object.class, TEXTS);
    SIMPLE.put(int.class, List.of(1, 0, 2));
    SIMPLE.put(long.class, List.of(1L, 0L));
    SIMPLE.put(double.class, List.of(1.0d, 0.0d));
    SIMPLE.put(boolean.class, List.of(true, false));
    SIMPLE.put(Integer.class, List.of(1, 0));
    SIMPLE.put(Long.class, List.of(1L, 0L));
    SIMPLE.put(Double.class, List.of(1.0d));
    SIMPLE.put(Boolean.class, List.of(true, false));
    SIMPLE.put(Instant.class, List.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(60)));
    SIMPLE.put(Duration.class, List.of(Duration.ofMinutes(1), Duration.ZERO));
    SIMPLE.put(ZoneId.class, List.of(ZoneId.of("UTC")));
    SIMPLE.put(LocalTime.class, List.of(LocalTime.NOON));
    SIMPLE.put(DayOfWeek.class, List.of(DayOfWeek.MONDAY));
    SIMPLE.put(URI.class, List.of(URI.create("https://example.org/a")));
  }

  private final Map<Type, List<Object>> made = new HashMap<>();
  private final Random random = new Random(7);

  /**
   * Returns the arguments with which the record could be made, each collection among them mutable.
   */
  Optional<Object[]> arguments(Class<?> type) {
    List<List<Object>> choices =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getGenericType)
            .map(this::of)
            .toList();
    if (choices.stream().anyMatch(List::isEmpty)) {
      return Optional.empty();
    }
    return Stream.iterate(0, i -> i + 1)
        .limit(TRIES)
        .map(i -> choices.stream().map(values -> pick(values, i)).toArray())
        .filter(arguments -> make(type, arguments).isPresent())
        .findFirst();
  }

  /** Makes the record, or nothing when it refuses the arguments. */
  static Optional<Object> make(Class<?> type, Object[] arguments) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return Optional.of(constructor.newInstance(arguments));
    } catch (InvocationTargetException refused) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot call the canonical constructor of " + type.getName(), e);
    }
  }

  private Object pick(List<Object> values, int attempt) {
    Object value = values.get(attempt == 0 ? 0 : random.nextInt(values.size()));
    if (value instanceof Map<?, ?> map) {
      return new LinkedHashMap<>(map);
    }
    if (value instanceof Set<?> set) {
      return new LinkedHashSet<>(set);
    }
    return value instanceof List<?> list ? new ArrayList<>(list) : value;
  }

  private List<Object> of(Type type) {
    List<Object> known = made.get(type);
    if (known != null) {
      return known;
    }
    made.put(type, List.of());
    List<Object> values =
        type instanceof ParameterizedType generic ? ofGeneric(generic) : ofClass(type);
    made.put(type, values);
    return values;
  }

  private List<Object> ofGeneric(ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    List<Object> first = of(type.getActualTypeArguments()[0]);
    if (raw == Optional.class) {
      return withEmpty(first.stream().<Object>map(Optional::of), Optional.empty());
    }
    if (Map.class.isAssignableFrom(raw)) {
      List<Object> second = of(type.getActualTypeArguments()[1]);
      return withEmpty(
          first.stream().limit(3).flatMap(key -> second.stream().map(value -> Map.of(key, value))),
          Map.of());
    }
    if (Set.class.isAssignableFrom(raw)) {
      return withEmpty(first.stream().map(Set::of), Set.of());
    }
    return Collection.class.isAssignableFrom(raw)
        ? withEmpty(first.stream().map(List::of), List.of())
        : ofClass(raw);
  }

  private static List<Object> withEmpty(Stream<?> full, Object empty) {
    return Stream.concat(full.limit(8), Stream.of(empty)).<Object>map(value -> value).toList();
  }

  private List<Object> ofClass(Type type) {
    if (!(type instanceof Class<?> raw)) {
      return TEXTS;
    }
    if (SIMPLE.containsKey(raw)) {
      return SIMPLE.get(raw);
    }
    if (raw.isEnum()) {
      return List.<Object>of(raw.getEnumConstants());
    }
    if (raw.isSealed()) {
      return Arrays.stream(raw.getPermittedSubclasses())
          .flatMap(part -> of(part).stream())
          .toList();
    }
    return raw.isRecord()
        ? arguments(raw).flatMap(arguments -> make(raw, arguments)).map(List::of).orElse(List.of())
        : List.of();
  }
}
