package dev.gatehouse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds records that keep a collection which someone else can still change. */
final class CopiedComponents {
  private final Samples samples = new Samples();

  /** Returns the records that hold a list, a set or a map. */
  static List<Class<?>> records(JavaClasses classes) {
    return classes.stream()
        .filter(JavaClass::isRecord)
        .<Class<?>>map(JavaClass::reflect)
        .filter(
            type ->
                Arrays.stream(type.getRecordComponents()).anyMatch(CopiedComponents::isCollection))
        .toList();
  }

  /** Returns the problems of one record, or nothing when it cannot be made. */
  Optional<List<String>> problems(Class<?> type) {
    return samples.arguments(type).map(arguments -> problems(type, arguments));
  }

  private static List<String> problems(Class<?> type, Object[] arguments) {
    Object made = Samples.make(type, arguments).orElseThrow();
    RecordComponent[] components = type.getRecordComponents();
    return IntStream.range(0, components.length)
        .filter(i -> isCollection(components[i]))
        .boxed()
        .flatMap(i -> problem(components[i], arguments[i], made))
        .map(problem -> type.getName() + "." + problem)
        .toList();
  }

  private static Stream<String> problem(RecordComponent component, Object given, Object made) {
    Object kept = read(component, made);
    int before = size(kept);
    change(given);
    if (size(kept) != before) {
      return Stream.of(component.getName() + " is not copied");
    }
    return isUnmodifiable(kept)
        ? Stream.empty()
        : Stream.of(component.getName() + " can be changed from outside");
  }

  private static Object read(RecordComponent component, Object made) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(made);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot read " + component, e);
    }
  }

  private static void change(Object given) {
    if (given instanceof Map<?, ?> map) {
      map.remove(null);
      boolean wasEmpty = map.isEmpty();
      map.clear();
      if (wasEmpty) {
        map.put(null, null);
      }
    } else if (given instanceof Collection<?> collection) {
      boolean wasEmpty = collection.isEmpty();
      collection.clear();
      if (wasEmpty) {
        collection.add(null);
      }
    }
  }

  private static boolean isUnmodifiable(Object kept) {
    try {
      if (kept instanceof Map<?, ?> map) {
        map.clear();
      } else {
        ((Collection<?>) kept).clear();
      }
      return false;
    } catch (UnsupportedOperationException e) {
      return true;
    }
  }

  private static int size(Object kept) {
    return kept instanceof Map<?, ?> map ? map.size() : ((Collection<?>) kept).size();
  }

  private static boolean isCollection(RecordComponent component) {
    return Collection.class.isAssignableFrom(component.getType())
        || Map.class.isAssignableFrom(component.getType());
  }
}
