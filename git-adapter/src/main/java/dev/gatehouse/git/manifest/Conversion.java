package dev.gatehouse.git.manifest;

import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ManifestNode.ScalarType;
import dev.gatehouse.git.yaml.YamlNode;
import dev.gatehouse.git.yaml.YamlNode.Entry;
import dev.gatehouse.git.yaml.YamlNode.Mapping;
import dev.gatehouse.git.yaml.YamlNode.Scalar;
import dev.gatehouse.git.yaml.YamlNode.Sequence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Turns located YAML into what a cluster would see: aliases and merge keys resolved, scalars typed
 * as Kubernetes types them; bounded in what aliases may blow up to. For one file.
 */
final class Conversion {
  private static final int MOST_NODES = 200_000;
  private static final Set<String> TRUE = Set.of("true", "yes", "on");
  private static final Set<String> LETTERS = Set.of("y", "n");
  private int nodes;

  ManifestNode node(YamlNode source) throws UnreadableManifestException {
    if (++nodes > MOST_NODES) {
      throw new UnreadableManifestException(
          "aliases blow it up to more than " + MOST_NODES + " values");
    }
    YamlNode node = source.resolved();
    int line = source.span().line();
    if (node instanceof Scalar scalar) {
      return scalar(scalar, line);
    }
    if (node instanceof Sequence sequence) {
      List<ManifestNode> items = new ArrayList<>();
      for (YamlNode item : sequence.items()) {
        items.add(node(item));
      }
      return new ManifestNode.Sequence(items, line);
    }
    return mapping((Mapping) node, line);
  }

  ManifestNode.Mapping mapping(Mapping mapping, int line) throws UnreadableManifestException {
    refuseTag(mapping);
    Map<String, ManifestNode> merged = new LinkedHashMap<>();
    Map<String, ManifestNode> own = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      if (entry.isMerge()) {
        merge(entry.value(), merged);
      } else {
        own.put(key(entry.key()), node(entry.value()));
      }
    }
    merged.putAll(own);
    return new ManifestNode.Mapping(merged, line);
  }

  private void merge(YamlNode value, Map<String, ManifestNode> into)
      throws UnreadableManifestException {
    YamlNode source = value.resolved();
    if (source instanceof Mapping mapping) {
      mapping(mapping, mapping.span().line()).fields().forEach(into::putIfAbsent);
    } else if (source instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        merge(item, into);
      }
    } else {
      throw new UnreadableManifestException(
          "line " + value.span().line() + ": a merge key without a mapping");
    }
  }

  private static String key(YamlNode key) throws UnreadableManifestException {
    if (key.resolved() instanceof Scalar scalar) {
      return scalar.value();
    }
    throw new UnreadableManifestException("line " + key.span().line() + ": a key that is no text");
  }

  private static ManifestNode scalar(Scalar scalar, int line) throws UnreadableManifestException {
    String text = scalar.value();
    return switch (scalar.type()) {
      case NULL -> new ManifestNode.Scalar("null", ScalarType.NULL, line);
      case BOOLEAN -> bool(text, line);
      case INTEGER -> integer(text, line);
      case FLOAT -> number(text.replace("_", ""), text.contains(":"), line);
      case STRING, TIMESTAMP, MERGE -> new ManifestNode.Scalar(text, ScalarType.STRING, line);
      case UNKNOWN -> throw unknownTag(scalar);
    };
  }

  private static ManifestNode bool(String text, int line) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (LETTERS.contains(lower)) {
      return new ManifestNode.Scalar(text, ScalarType.STRING, line);
    }
    return new ManifestNode.Scalar(
        Boolean.toString(TRUE.contains(lower)), ScalarType.BOOLEAN, line);
  }

  private static ManifestNode integer(String text, int line) {
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    String sign = digits.startsWith("-") ? "-" : "";
    String body = digits.replaceFirst("^[-+]", "");
    if (body.contains(":") || body.isEmpty() || body.length() > 400) {
      return new ManifestNode.Scalar(text, ScalarType.STRING, line);
    }
    if (body.startsWith("0x")) {
      return number(sign + new BigInteger(body.substring(2), 16), false, line);
    }
    if (body.startsWith("0b")) {
      return number(sign + new BigInteger(body.substring(2), 2), false, line);
    }
    if (body.matches("0o?[0-7]+")) {
      return number(sign + new BigInteger(body.replaceFirst("^0o?", ""), 8), false, line);
    }
    return number(sign + body, false, line);
  }

  private static ManifestNode number(String text, boolean baseSixty, int line) {
    return new ManifestNode.Scalar(text, baseSixty ? ScalarType.STRING : ScalarType.NUMBER, line);
  }

  private static void refuseTag(YamlNode node) throws UnreadableManifestException {
    boolean odd =
        node.properties()
            .tag()
            .filter(t -> !t.matches("!|tag:yaml.org,2002:(map|omap)"))
            .isPresent();
    if (odd) {
      throw unknownTag(node);
    }
  }

  private static UnreadableManifestException unknownTag(YamlNode node) {
    return new UnreadableManifestException(
        "line %d: unknown tag %s"
            .formatted(node.span().line(), node.properties().tag().orElse("")));
  }
}
