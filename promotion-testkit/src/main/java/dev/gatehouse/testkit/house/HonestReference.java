package dev.gatehouse.testkit.house;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a reference that closes a circle is one that a reader expects.
 *
 * <ul>
 *   <li>A sealed type names its cases.
 *   <li>What is built names its builder: in static methods and constructors, and keeps none.
 *   <li>A static factory names the outcome that it answers with, and which holds what was made.
 *   <li>A value hands work to a class that only its package sees, keeps none of it, and lends it no
 *       constant and no static method but its factories.
 * </ul>
 *
 * @param from the parts of the class that refers: itself and what is nested in it
 * @param to the parts of the class that is referred to
 */
record HonestReference(List<JavaClass> from, List<JavaClass> to) {
  HonestReference {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  boolean isHonest() {
    return isToACase() || isToTheBuilder() || isToAWorker();
  }

  private boolean isToACase() {
    Set<String> cases =
        from.stream()
            .map(JavaClass::reflect)
            .filter(Class::isSealed)
            .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
            .map(Class::getName)
            .collect(Collectors.toSet());
    return to.stream().anyMatch(type -> cases.contains(type.getName()));
  }

  private boolean isToTheBuilder() {
    boolean builds =
        to.stream()
            .flatMap(type -> type.getConstructorCallsFromSelf().stream())
            .anyMatch(call -> isIn(from, call.getTargetOwner()));
    return (builds || isToTheAnswer())
        && isNeverKept()
        && accesses(from, to).map(JavaAccess::getOrigin).allMatch(HonestReference::makes);
  }

  private boolean isToTheAnswer() {
    return from.stream()
        .flatMap(type -> type.getMethods().stream())
        .anyMatch(method -> isStatic(method) && isIn(to, method.getRawReturnType()));
  }

  private static boolean makes(JavaCodeUnit origin) {
    return origin instanceof JavaConstructor || isStatic(origin);
  }

  private boolean isToAWorker() {
    JavaClass value = outermost(from);
    boolean isValue = value.isRecord() || value.isEnum() || value.isInterface();
    return isValue
        && !outermost(to).getModifiers().contains(JavaModifier.PUBLIC)
        && isNeverKept()
        && accesses(to, from).noneMatch(this::isBorrowed);
  }

  private boolean isNeverKept() {
    Stream<JavaField> fields = from.stream().flatMap(type -> type.getFields().stream());
    return fields.noneMatch(field -> isIn(to, field.getRawType()));
  }

  private boolean isBorrowed(JavaAccess<?> access) {
    if (access instanceof JavaFieldAccess field) {
      boolean constant = field.getTargetOwner().isEnum();
      return !constant && isStatic(field.getTarget().resolveMember().orElse(null));
    }
    return access instanceof JavaMethodCall call
        && !call.getTargetOwner().isEnum()
        && !isIn(from, call.getTarget().getRawReturnType())
        && isStatic(call.getTarget().resolveMember().orElse(null));
  }

  private static boolean isStatic(@Nullable JavaMember member) {
    return member != null && member.getModifiers().contains(JavaModifier.STATIC);
  }

  private static Stream<JavaAccess<?>> accesses(List<JavaClass> from, List<JavaClass> to) {
    return from.stream()
        .<JavaAccess<?>>flatMap(type -> type.getAccessesFromSelf().stream())
        .filter(access -> isIn(to, access.getTargetOwner()));
  }

  private static boolean isIn(List<JavaClass> parts, JavaClass type) {
    return parts.stream().anyMatch(part -> part.getName().equals(type.getName()));
  }

  private static JavaClass outermost(List<JavaClass> parts) {
    return Objects.requireNonNull(
        parts.stream().min((a, b) -> a.getName().length() - b.getName().length()).orElse(null));
  }
}
