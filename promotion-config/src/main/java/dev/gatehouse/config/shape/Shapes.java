package dev.gatehouse.config.shape;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes shapes out of records; thread-safe. */
public final class Shapes {
  private final List<Extension> extensions;

  private Shapes(List<Extension> extensions) {
    this.extensions = List.copyOf(extensions);
  }

  /**
   * Returns the shape of a record.
   *
   * @throws IllegalStateException if a component has a type that no shape is known for
   */
  public static Shape of(Class<? extends Record> type) {
    return of(type, List.of());
  }

  /**
   * Returns the shape of a record with the keys that other modules bring.
   *
   * @throws IllegalStateException if a component has a type that no shape is known for
   */
  public static Shape of(Class<? extends Record> type, List<Extension> extensions) {
    return new Shapes(extensions).object(type);
  }

  private ObjectShape object(Class<?> type) {
    RecordType record = new RecordType(type, extensions);
    List<Field> fields =
        record.keys().stream()
            .flatMap(
                component ->
                    RecordType.isExtensionPoint(component)
                        ? record.extensionsAt(component).stream().map(this::field)
                        : Stream.of(field(component)))
            .toList();
    ShortForm shortForm = type.getAnnotation(ShortForm.class);
    return new ObjectShape(
        record,
        fields,
        new ObjectShape.Rules(
            shortForm == null ? Optional.empty() : Optional.of(shortForm.value()),
            type.isAnnotationPresent(ExactlyOne.class),
            type.isAnnotationPresent(NeverLiteral.class),
            type.isAnnotationPresent(OpenForAnchors.class)));
  }

  private Field field(Extension extension) {
    return new Field(
        extension.key(),
        false,
        Field.Kind.OPTIONAL,
        object(extension.type()),
        extension.meaning(),
        List.of());
  }

  private Field field(RecordComponent component) {
    Key key = component.getAnnotation(Key.class);
    Says says = component.getAnnotation(Says.class);
    if (says == null) {
      throw new IllegalStateException(component + " says nothing about itself");
    }
    Class<?> raw = component.getType();
    Field.Kind kind =
        raw == Optional.class
            ? Field.Kind.OPTIONAL
            : raw == Listing.class
                ? Field.Kind.LIST
                : raw == Table.class ? Field.Kind.TABLE : Field.Kind.REQUIRED;
    Type type = component.getGenericType();
    return new Field(
        key == null ? component.getName() : key.value(),
        kind == Field.Kind.REQUIRED
            || has(component, AtLeastOne.class)
            || has(component, Needed.class),
        kind,
        shape(kind == Field.Kind.OPTIONAL ? inner(type) : type, component),
        says.value(),
        List.of(says.examples()));
  }

  private Shape shape(Type type, RecordComponent component) {
    if (type instanceof ParameterizedType generic) {
      Shape inner = shape(inner(type), component);
      if (generic.getRawType() == Listing.class) {
        return new ListShape(
            inner, has(component, OneOrMany.class), has(component, AtLeastOne.class));
      }
      if (generic.getRawType() == Table.class) {
        return new TableShape(inner);
      }
      if (generic.getRawType() == Located.class) {
        return new LocatedShape(inner);
      }
    }
    if (type instanceof Class<?> plain) {
      return plain(plain, component);
    }
    throw new IllegalStateException("no shape for " + component);
  }

  private Shape plain(Class<?> type, RecordComponent component) {
    if (type.isEnum()) {
      List<Enum<?>> constants = new ArrayList<>();
      for (Object constant : type.getEnumConstants()) {
        constants.add((Enum<?>) constant);
      }
      return new ChoiceShape(constants);
    }
    if (type == String.class) {
      Spelled spelled = component.getAnnotation(Spelled.class);
      return new TextShape(spelled == null ? Spelling.TEXT : spelled.value());
    }
    if (type == Boolean.class) {
      return new FlagShape();
    }
    if (type == Integer.class) {
      Between bounds = component.getAnnotation(Between.class);
      return bounds == null
          ? new NumberShape(0, Integer.MAX_VALUE)
          : new NumberShape(bounds.min(), bounds.max());
    }
    if (type == Double.class) {
      return new DecimalShape();
    }
    Optional<Shape> word = Words.of(type);
    return word.orElseGet(() -> object(type));
  }

  private static Type inner(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }

  private static boolean has(RecordComponent component, Class<? extends Annotation> wanted) {
    return component.isAnnotationPresent(wanted);
  }
}
