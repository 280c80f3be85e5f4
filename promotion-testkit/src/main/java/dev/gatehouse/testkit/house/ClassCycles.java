package dev.gatehouse.testkit.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds reference cycles between the top-level classes of one package.
 *
 * <p>Small packages may have them: all of such a package is read at one sitting. What {@link
 * HonestReference} names is not counted.
 */
final class ClassCycles {
  /** From this many top-level classes on a package must be readable class by class. */
  private static final int LARGE = 8;

  private ClassCycles() {}

  static void check(JavaClasses main) {
    List<String> found = new ArrayList<>();
    packages(main)
        .forEach(
            (name, types) -> {
              if (types.size() >= LARGE) {
                new ClassReferences(types)
                    .cycles()
                    .forEach(
                        cycle ->
                            found.add(name + ": " + String.join(System.lineSeparator(), cycle)));
              }
            });
    if (!found.isEmpty()) {
      throw new AssertionError(
          "Classes that refer to each other in a circle. Move what is borrowed (a constant, a static"
              + " method, one dependency) to the class that owns it:"
              + System.lineSeparator()
              + String.join(System.lineSeparator(), found));
    }
  }

  private static Map<String, Map<String, List<JavaClass>>> packages(JavaClasses main) {
    Map<String, Map<String, List<JavaClass>>> packages = new TreeMap<>();
    for (JavaClass type : main) {
      if (!type.getSimpleName().equals("package-info")) {
        packages
            .computeIfAbsent(type.getPackageName(), name -> new TreeMap<>())
            .computeIfAbsent(ClassReferences.topLevel(type), name -> new ArrayList<>())
            .add(type);
      }
    }
    return packages;
  }
}
