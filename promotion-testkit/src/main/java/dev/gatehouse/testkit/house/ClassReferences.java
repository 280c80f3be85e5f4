package dev.gatehouse.testkit.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which top-level classes of one package refer to which, without the honest references. */
final class ClassReferences {
  private final Map<String, Map<String, Dependency>> references = new TreeMap<>();

  /** Takes the classes of a package, nested ones with the top-level class that they are in. */
  ClassReferences(Map<String, List<JavaClass>> types) {
    types.forEach(
        (name, parts) -> {
          Map<String, Dependency> from = new TreeMap<>();
          for (JavaClass part : parts) {
            for (Dependency dependency : part.getDirectDependenciesFromSelf()) {
              String target = topLevel(dependency.getTargetClass().getBaseComponentType());
              if (!target.equals(name) && types.containsKey(target)) {
                from.putIfAbsent(target, dependency);
              }
            }
          }
          from.keySet()
              .removeIf(
                  to -> new HonestReference(parts, types.getOrDefault(to, List.of())).isHonest());
          references.put(name, from);
        });
  }

  static String topLevel(JavaClass type) {
    String name = type.getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  /** Returns a text for each group of classes that reach each other. */
  List<List<String>> cycles() {
    List<List<String>> cycles = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (String type : references.keySet()) {
      Set<String> group = new TreeSet<>(reached(type));
      group.removeIf(other -> !reached(other).contains(type));
      if (group.contains(type) && done.addAll(group)) {
        cycles.add(described(group));
      }
    }
    return cycles;
  }

  private Set<String> reached(String from) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(to(from));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (reached.add(next)) {
        open.addAll(to(next));
      }
    }
    return reached;
  }

  private Collection<String> to(String from) {
    return references.getOrDefault(from, Map.of()).keySet();
  }

  private List<String> described(Set<String> group) {
    List<String> lines = new ArrayList<>();
    lines.add(group.size() + " classes");
    for (String from : group) {
      references
          .getOrDefault(from, Map.of())
          .forEach(
              (to, dependency) -> {
                if (group.contains(to)) {
                  lines.add("  " + dependency.getDescription());
                }
              });
    }
    return lines;
  }
}
