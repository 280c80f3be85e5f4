package dev.gatehouse.git.update;

import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.git.tree.TreePath;
import dev.gatehouse.git.yaml.ScalarType;
import dev.gatehouse.git.yaml.YamlNode;
import dev.gatehouse.git.yaml.YamlNode.Mapping;
import dev.gatehouse.git.yaml.YamlNode.Scalar;
import dev.gatehouse.git.yaml.YamlNode.Sequence;
import dev.gatehouse.git.yaml.YamlReader;
import dev.gatehouse.git.yaml.YamlReading;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One dependency of a chart or of its lock, as Helm writes it when it computes the lock's digest.
 *
 * @param fields its fields as JSON, by the name that Helm gives them
 * @param name the chart
 * @param version the version or range
 * @param repository where the chart is from
 * @param archive whether a lock holds the digest of its archive, as later versions of Helm do
 */
record ChartDependency(
    Map<String, String> fields, String name, String version, String repository, boolean archive) {
  private static final List<String> ORDER =
      List.of(
          "name",
          "version",
          "repository",
          "condition",
          "tags",
          "enabled",
          "import-values",
          "export-values",
          "alias");
  private static final List<String> ALWAYS = List.of("name", "repository");

  ChartDependency {
    fields = Map.copyOf(fields);
  }

  /** The dependencies of a file, in their order. */
  static List<ChartDependency> listed(String text, TreePath file, YamlReader reader)
      throws RefusedException {
    List<ChartDependency> listed = new ArrayList<>();
    Optional<YamlNode> list = root(text, reader).flatMap(r -> r.get("dependencies"));
    for (YamlNode item : list.map(ChartDependency::items).orElse(List.of())) {
      listed.add(of(item.resolved(), file));
    }
    return listed;
  }

  private static List<YamlNode> items(YamlNode list) {
    return list.resolved() instanceof Sequence sequence ? sequence.items() : List.of();
  }

  /** The digest that a lock file holds. */
  static Optional<String> digestIn(String text, YamlReader reader) {
    return root(text, reader).flatMap(r -> r.text("digest"));
  }

  /** The digest of Helm's lock files over what a chart wants and what is locked. */
  static String digest(List<ChartDependency> wanted, List<ChartDependency> locked) {
    String json = "[" + array(wanted) + "," + array(locked) + "]";
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same dependency at another version. */
  ChartDependency at(String next) {
    Map<String, String> moved = new TreeMap<>(fields);
    moved.put("version", quoted(next));
    return new ChartDependency(moved, name, next, repository, archive);
  }

  private static Optional<Mapping> root(String text, YamlReader reader) {
    return reader.read(text) instanceof YamlReading.Read read
            && read.documents().size() == 1
            && read.documents().get(0).root() instanceof Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }

  private static ChartDependency of(YamlNode node, TreePath file) throws RefusedException {
    if (!(node instanceof Mapping mapping)) {
      throw odd(file, node);
    }
    Map<String, String> fields = new TreeMap<>();
    for (String key : ORDER) {
      Optional<YamlNode> value = mapping.get(key).map(YamlNode::resolved);
      if (value.isPresent()) {
        fields.put(key, json(value.get(), file));
      }
    }
    fields.values().removeIf(json -> List.of("null", "\"\"", "[]", "false").contains(json));
    ALWAYS.forEach(key -> fields.putIfAbsent(key, quoted("")));
    return new ChartDependency(
        fields,
        mapping.text("name").orElse(""),
        mapping.text("version").orElse(""),
        mapping.text("repository").orElse(""),
        mapping.get("digest").isPresent());
  }

  /** Only what cannot be read in two ways: texts, booleans, and lists and mappings of them. */
  private static String json(YamlNode node, TreePath file) throws RefusedException {
    if (node instanceof Scalar scalar) {
      return switch (scalar.type()) {
        case STRING -> quoted(scalar.value());
        case NULL -> "null";
        case BOOLEAN -> plainBoolean(scalar, file);
        default -> throw odd(file, node);
      };
    }
    List<String> parts = new ArrayList<>();
    if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        parts.add(json(item.resolved(), file));
      }
      return "[" + String.join(",", parts) + "]";
    }
    if (!(node instanceof Mapping mapping) || mapping.merges()) {
      throw odd(file, node);
    }
    Map<String, String> sorted = new TreeMap<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      boolean text = entry.key() instanceof Scalar key && key.type() == ScalarType.STRING;
      if (!text) {
        throw odd(file, entry.key());
      }
      sorted.put(quoted(((Scalar) entry.key()).value()), json(entry.value().resolved(), file));
    }
    sorted.forEach((key, value) -> parts.add(key + ":" + value));
    return "{" + String.join(",", parts) + "}";
  }

  private static String plainBoolean(Scalar scalar, TreePath file) throws RefusedException {
    if (scalar.value().equals("true") || scalar.value().equals("false")) {
      return scalar.value();
    }
    throw odd(file, scalar);
  }

  private static RefusedException odd(TreePath file, YamlNode node) {
    return new RefusedException(
        GitReasons.reason(
            GitReasons.CHART_LOCK,
            "Helm may read this part of a dependency in more than one way, so its lock cannot be"
                + " computed",
            file + ":" + node.span().line(),
            "quote the value in the chart"));
  }

  private static String array(List<ChartDependency> all) {
    return all.stream()
        .map(
            d ->
                ORDER.stream()
                    .filter(d.fields()::containsKey)
                    .map(key -> quoted(key) + ":" + d.fields().get(key))
                    .collect(Collectors.joining(",", "{", "}")))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** A string as Go's encoder writes it, which escapes what HTML would read. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          boolean escaped = c < ' ' || "<>&".indexOf(c) >= 0 || c == 0x2028 || c == 0x2029;
          json.append(escaped ? "\\u%04x".formatted((int) c) : Character.toString(c));
        }
      }
    }
    return json.append('"').toString();
  }
}
