package dev.gatehouse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Keeps a sealed interface and its enum tag in step, because Java 17 switches over the tag only.
 */
final class SealedTags {
  private SealedTags() {}

  /** Returns the sealed interfaces among the classes. */
  static List<Class<?>> sealedInterfaces(JavaClasses classes) {
    return classes.stream()
        .filter(JavaClass::isInterface)
        .<Class<?>>map(JavaClass::reflect)
        .filter(Class::isSealed)
        .toList();
  }

  /** Says what is wrong with one sealed interface, or nothing. */
  static Optional<String> problem(Class<?> sealed) {
    Optional<Class<?>> tag = tag(sealed);
    if (tag.isEmpty()) {
      return Optional.of(
          sealed.getName() + " has no method that returns an enum declared inside it");
    }
    Set<String> shapes =
        Arrays.stream(sealed.getPermittedSubclasses())
            .map(type -> constantName(type.getSimpleName()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> constants =
        Arrays.stream(tag.get().getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .collect(Collectors.toCollection(TreeSet::new));
    return shapes.equals(constants)
        ? Optional.empty()
        : Optional.of(sealed.getName() + " permits " + shapes + " but its tag says " + constants);
  }

  /** Returns the enum inside the sealed interface that one of its own methods returns. */
  static Optional<Class<?>> tag(Class<?> sealed) {
    return Arrays.stream(sealed.getDeclaredMethods())
        .filter(method -> method.getParameterCount() == 0)
        .<Class<?>>map(java.lang.reflect.Method::getReturnType)
        .filter(type -> type.isEnum() && type.getDeclaringClass() == sealed)
        .findFirst();
  }

  private static String constantName(String simpleName) {
    return simpleName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
