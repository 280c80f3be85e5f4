package dev.gatehouse.config.shape;

import dev.gatehouse.config.problem.Place;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A record class that one object of the file becomes. */
record RecordType(Class<?> type) {
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

  /** Creates the record; a component of type {@link Place} takes the object's own place. */
  Object create(Place place, List<Object> values) {
    List<Object> arguments = new ArrayList<>(values);
    RecordComponent[] components = type.getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      if (components[i].getType() == Place.class) {
        arguments.add(i, place);
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

  private Says annotation(@org.jspecify.annotations.Nullable Says says) {
    if (says == null) {
      throw new IllegalStateException(type.getName() + " says nothing about itself");
    }
    return says;
  }
}
