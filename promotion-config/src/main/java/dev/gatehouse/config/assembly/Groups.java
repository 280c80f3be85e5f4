package dev.gatehouse.config.assembly;

import java.util.Set;
import java.util.TreeSet;

/**
 * The groups of the file.
 *
 * @param names their names
 * @param judged whether a name that is not among them is a mistake: someone is known, and no entry
 *     was lost
 */
record Groups(Set<String> names, boolean judged) {
  Groups {
    names = java.util.Collections.unmodifiableSet(new TreeSet<>(names));
  }
}
