package dev.gatehouse.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record of a sealed type with its enum tag first, in a property named like the tag's
 * method: {@code type}, {@code kind}, {@code outcome}. The tag of {@code PlanSealed} is {@code
 * PLAN_SEALED}.
 */
final class SealedTypes extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable TypeResolverBuilder<?> findTypeResolver(
      MapperConfig<?> config, AnnotatedClass annotated, JavaType baseType) {
    return sealedRoot(annotated.getRawType())
        .map(
            root ->
                new StdTypeResolverBuilder()
                    .init(
                        JsonTypeInfo.Value.construct(
                            JsonTypeInfo.Id.NAME,
                            JsonTypeInfo.As.PROPERTY,
                            tagMethod(root),
                            null,
                            false,
                            null,
                            null),
                        null))
        .orElse(null);
  }

  @Override
  public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
    return sealedRoot(annotated.getRawType())
        .map(
            root ->
                Arrays.stream(root.getPermittedSubclasses())
                    .map(type -> new NamedType(type, tag(type)))
                    .toList())
        .orElse(null);
  }

  @Override
  public @Nullable String findTypeName(AnnotatedClass annotated) {
    Class<?> type = annotated.getRawType();
    return type.isRecord() && sealedRoot(type).isPresent() ? tag(type) : null;
  }

  static String tag(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  private static Optional<Class<?>> sealedRoot(Class<?> type) {
    if (type.isInterface() && type.isSealed()) {
      return isOurs(type) ? Optional.of(type) : Optional.empty();
    }
    return Arrays.stream(type.getInterfaces())
        .filter(parent -> parent.isSealed() && isOurs(parent))
        .findFirst();
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("dev.gatehouse.");
  }

  private static String tagMethod(Class<?> root) {
    return Arrays.stream(root.getDeclaredMethods())
        .filter(method -> method.getReturnType().isEnum())
        .filter(method -> method.getReturnType().getEnclosingClass() == root)
        .map(Method::getName)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a sealed type without a tag: " + root));
  }
}
