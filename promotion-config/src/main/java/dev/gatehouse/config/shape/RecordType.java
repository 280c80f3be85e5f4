package dev.gatehouse.config.shape;

import dev.gatehouse.config.problem.Place;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record class that one object of the file becomes.
 *
 * @param type the class
 * @param extensions the keys that other modules bring, here and elsewhere
 */
record RecordType(Class<?> type, List<Extension> extensions) {
  RecordType {
    extensions = List.copyOf(extensions);
  }

  String name() {
    return type.getSimpleName().replaceAll("Entry$", "");
  }

  Says says() {
    return annotation(type.getAnnotation(Says.class));
  }

  List<RecordComponent> keys() {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> component.getType() != Place.class)
        .toList();
  }

  /** Returns the keys that stand where this component is; empty for a component that is a key. */
  List<Extension> extensionsAt(RecordComponent component) {
    ExtensionPoint point = component.getAnnotation(ExtensionPoint.class);
    return point == null
        ? List.of()
        : extensions.stream().filter(one -> one.point().equals(point.value())).toList();
  }

  static boolean isExtensionPoint(RecordComponent component) {
    return component.getType() == Extensions.class;
  }

  /**
   * Creates the record of the values of its keys, in their order; a component of type {@link Place}
   * takes the object's own place, one of type {@link Extensions} all values of its point.
   */
  Object create(Place place, List<Object> values) {
    Iterator<Object> left = values.iterator();
    List<Object> arguments = new ArrayList<>();
    RecordComponent[] components = type.getRecordComponents();
    for (RecordComponent component : components) {
      if (component.getType() == Place.class) {
        arguments.add(place);
      } else if (isExtensionPoint(component)) {
        arguments.add(extensions(component, left));
      } else {
        arguments.add(left.next());
      }
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      return canonical.newInstance(arguments.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot create " + type.getName(), e);
    }
  }

  private Extensions extensions(RecordComponent component, Iterator<Object> values) {
    Map<String, Record> written = new LinkedHashMap<>();
    for (Extension extension : extensionsAt(component)) {
      ((Optional<?>) values.next())
          .map(extension.type()::cast)
          .ifPresent(value -> written.put(extension.key(), value));
    }
    return new Extensions(written);
  }

  private Says annotation(@org.jspecify.annotations.Nullable Says says) {
    if (says == null) {
      throw new IllegalStateException(type.getName() + " says nothing about itself");
    }
    return says;
  }
}
