package dev.gatehouse.config.yaml;

import dev.gatehouse.reason.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A piece of a YAML document and where it starts; aliases and merge keys are already resolved. */
public sealed interface YamlTree {
  /** Returns the line, counted from 1. */
  int line();

  /** Returns the column, counted from 1. */
  int column();

  /** Returns what it is, for people: {@code a list}, {@code the number 3}. */
  String found();

  /** What a scalar is by the core schema of YAML 1.2. */
  enum Type {
    TEXT,
    WHOLE_NUMBER,
    DECIMAL,
    FLAG,
    NOTHING
  }

  /**
   * A piece that could not be read; the mistake was noted, so that nobody complains again.
   *
   * @param line the line
   * @param column the column
   */
  record Unread(int line, int column) implements YamlTree {
    @Override
    public String found() {
      return "something unreadable";
    }
  }

  /**
   * A single value.
   *
   * @param line the line
   * @param column the column
   * @param text the value without quotes
   * @param type what it is
   */
  record Scalar(int line, int column, String text, Type type) implements YamlTree {
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern DECIMAL_NUMBER =
        Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    /** Returns the type of a scalar without quotes and without a tag. */
    static Type typeOf(String plain) {
      return switch (plain) {
        case "", "~", "null", "Null", "NULL" -> Type.NOTHING;
        case "true", "True", "TRUE", "false", "False", "FALSE" -> Type.FLAG;
        default ->
            WHOLE.matcher(plain).matches()
                ? Type.WHOLE_NUMBER
                : DECIMAL_NUMBER.matcher(plain).matches() ? Type.DECIMAL : Type.TEXT;
      };
    }

    @Override
    public String found() {
      String shown = SafeText.cut(text, 60);
      String oneLine = shown.replaceAll("\\R", "⏎");
      return switch (type) {
        case TEXT -> "'" + oneLine + "'";
        case WHOLE_NUMBER, DECIMAL -> "the number " + oneLine;
        case FLAG -> "the boolean " + oneLine;
        case NOTHING -> "nothing";
      };
    }
  }

  /**
   * A list.
   *
   * @param line the line
   * @param column the column
   * @param items the members
   */
  record Sequence(int line, int column, List<YamlTree> items) implements YamlTree {
    /** Copies the list. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String found() {
      return "a list";
    }
  }

  /**
   * Keys with values; no key is twice.
   *
   * @param line the line
   * @param column the column
   * @param entries in the order of the file, merged ones last
   */
  record Mapping(int line, int column, List<Entry> entries) implements YamlTree {
    /** Copies the list. */
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** Returns the value of a key. */
    public Optional<YamlTree> get(String key) {
      return entries.stream()
          .filter(entry -> entry.key().text().equals(key))
          .map(Entry::value)
          .findFirst();
    }

    @Override
    public String found() {
      return "a mapping";
    }
  }

  /**
   * A key and its value.
   *
   * @param key the key
   * @param value the value
   */
  record Entry(Scalar key, YamlTree value) {}
}
