package dev.gatehouse.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One value of a manifest, immutable, with the line it is on (0 when unknown). */
public sealed interface ManifestNode {
  /** The shape of a node; one constant per record. */
  enum Kind {
    SCALAR,
    MAPPING,
    SEQUENCE
  }

  /** Returns the shape. */
  Kind kind();

  /** Returns the line in its file, counted from 1, or 0. */
  int line();

  /** Returns the text that people see: a scalar's own, or a short word for the others. */
  String text();

  /**
   * Returns the node below, following mapping keys and sequence indexes; empty where the way ends.
   */
  default Optional<ManifestNode> at(String... path) {
    Optional<ManifestNode> node = Optional.of(this);
    for (String step : path) {
      node = node.flatMap(n -> n.child(step));
    }
    return node;
  }

  /** Returns the text of the scalar below, or empty. */
  default Optional<String> textAt(String... path) {
    return at(path).filter(Scalar.class::isInstance).map(ManifestNode::text);
  }

  /** Returns the items of the sequence below, or none. */
  default List<ManifestNode> itemsAt(String... path) {
    return at(path).map(ManifestNode::items).orElse(List.of());
  }

  /** Returns the members of a sequence, the values of a mapping, or none. */
  default List<ManifestNode> items() {
    return List.of();
  }

  private Optional<ManifestNode> child(String step) {
    if (this instanceof Mapping mapping) {
      return Optional.ofNullable(mapping.fields().get(step));
    }
    if (this instanceof Sequence sequence && step.matches("[0-9]{1,6}")) {
      int index = Integer.parseInt(step);
      return index < sequence.items().size()
          ? Optional.of(sequence.items().get(index))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** What a scalar is to Kubernetes: the string "true" is not the boolean true. */
  enum ScalarType {
    STRING,
    NUMBER,
    BOOLEAN,
    NULL
  }

  /** A string, number, boolean or null, kept as the text that the reader of the cluster sees. */
  record Scalar(String text, ScalarType type, int line) implements ManifestNode {
    @Override
    public Kind kind() {
      return Kind.SCALAR;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Scalar scalar && type == scalar.type && text.equals(scalar.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  /** Fields by name, in the order of the file. */
  record Mapping(Map<String, ManifestNode> fields, int line) implements ManifestNode {
    /** Copies the fields. */
    public Mapping {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public Kind kind() {
      return Kind.MAPPING;
    }

    @Override
    public String text() {
      return "{" + fields.size() + " fields}";
    }

    @Override
    public List<ManifestNode> items() {
      return new ArrayList<>(fields.values());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Mapping mapping && fields.equals(mapping.fields);
    }

    @Override
    public int hashCode() {
      return fields.hashCode();
    }
  }

  /** Members in order. */
  record Sequence(List<ManifestNode> items, int line) implements ManifestNode {
    /** Copies the members. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public Kind kind() {
      return Kind.SEQUENCE;
    }

    @Override
    public String text() {
      return "[" + items.size() + " items]";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Sequence sequence && items.equals(sequence.items);
    }

    @Override
    public int hashCode() {
      return items.hashCode();
    }
  }
}
