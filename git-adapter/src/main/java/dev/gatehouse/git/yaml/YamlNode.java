package dev.gatehouse.git.yaml;

import java.util.List;
import java.util.Optional;

/** One node of a YAML document with its place in the text; immutable. */
public sealed interface YamlNode {

  /** Which record this is, for an exhaustive {@code switch}. */
  Kind kind();

  /** Where it is, from its content on: an anchor or a tag before it is left out for scalars. */
  Span span();

  /** Its anchor and tag. */
  Properties properties();

  /** The node itself, or what an alias points at. */
  default YamlNode resolved() {
    return this;
  }

  /** The tag of {@link YamlNode}. */
  enum Kind {
    /** {@link Scalar}. */
    SCALAR,
    /** {@link Mapping}. */
    MAPPING,
    /** {@link Sequence}. */
    SEQUENCE,
    /** {@link Alias}. */
    ALIAS
  }

  /** How a scalar is written. */
  enum Style {
    /** Without quotes. */
    PLAIN,
    /** {@code 'single'}. */
    SINGLE_QUOTED,
    /** {@code "double"}. */
    DOUBLE_QUOTED,
    /** {@code |} block. */
    LITERAL,
    /** {@code >} block. */
    FOLDED
  }

  /**
   * A single value.
   *
   * @param value its text after unquoting
   * @param style how it is written
   * @param flow whether it is inside a flow collection
   */
  record Scalar(Span span, Properties properties, String value, Style style, boolean flow)
      implements YamlNode {
    @Override
    public Kind kind() {
      return Kind.SCALAR;
    }

    /** What a reader with YAML 1.1 and 1.2 rules takes this value for. */
    public ScalarType type() {
      Optional<String> tag = properties.tag();
      if (tag.isPresent()) {
        return ScalarType.ofTag(tag.get());
      }
      return style == Style.PLAIN ? ScalarType.ofPlain(value) : ScalarType.STRING;
    }
  }

  /**
   * Keys with values, in the order of the text; scalar keys are unique.
   *
   * @param flow whether it is written in braces
   */
  record Mapping(Span span, Properties properties, List<Entry> entries, boolean flow)
      implements YamlNode {
    /** Copies the entries. */
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public Kind kind() {
      return Kind.MAPPING;
    }

    /** The entry with this scalar key; merge keys are not followed. */
    public Optional<Entry> entry(String key) {
      return entries.stream().filter(e -> e.hasKey(key)).findFirst();
    }

    /** The value under this scalar key; merge keys are not followed. */
    public Optional<YamlNode> get(String key) {
      return entry(key).map(Entry::value);
    }

    /** The text of the scalar under this key, aliases followed. */
    public Optional<String> text(String key) {
      return get(key)
          .map(YamlNode::resolved)
          .filter(Scalar.class::isInstance)
          .map(n -> ((Scalar) n).value());
    }

    /** Whether a merge key {@code <<} is in it. */
    public boolean merges() {
      return entries.stream().anyMatch(Entry::isMerge);
    }
  }

  /** One key with its value. */
  record Entry(YamlNode key, YamlNode value) {
    /** Whether the key is this text. */
    public boolean hasKey(String text) {
      return key instanceof Scalar scalar && scalar.value().equals(text);
    }

    /** Whether this is a plain {@code <<}. */
    public boolean isMerge() {
      return key instanceof Scalar scalar && scalar.type() == ScalarType.MERGE;
    }
  }

  /**
   * A list.
   *
   * @param flow whether it is written in brackets
   */
  record Sequence(Span span, Properties properties, List<YamlNode> items, boolean flow)
      implements YamlNode {
    /** Copies the items. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public Kind kind() {
      return Kind.SEQUENCE;
    }
  }

  /**
   * A {@code *name} that represents an earlier node.
   *
   * @param name the anchor's name
   * @param target the anchored node; never an alias itself
   */
  record Alias(Span span, String name, YamlNode target) implements YamlNode {
    @Override
    public Kind kind() {
      return Kind.ALIAS;
    }

    @Override
    public Properties properties() {
      return Properties.NONE;
    }

    @Override
    public YamlNode resolved() {
      return target;
    }
  }
}
