package dev.gatehouse.argo.diff;

import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ManifestNode.ScalarType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces the values of a Secret by words that tell only whether both sides have the same one.
 * What is there in an unexpected shape is replaced as a whole.
 */
final class SecretMask {
  /** Represents every value of a Secret. */
  static final String HIDDEN = "(hidden)";

  private static final String OTHER = "(hidden, another value)";
  private static final List<String> PLACES = List.of("data", "stringData");

  private SecretMask() {}

  static ManifestNode.Mapping live(
      ManifestNode.Mapping live, Optional<ManifestNode.Mapping> wanted) {
    return masked(live, wanted, HIDDEN);
  }

  static ManifestNode.Mapping wanted(
      ManifestNode.Mapping wanted, Optional<ManifestNode.Mapping> live) {
    return masked(wanted, live, OTHER);
  }

  private static ManifestNode.Mapping masked(
      ManifestNode.Mapping object, Optional<ManifestNode.Mapping> twin, String different) {
    ManifestNode.Mapping result = object;
    for (String place : PLACES) {
      ManifestNode values = object.fields().get(place);
      if (values != null) {
        Optional<ManifestNode> others = twin.flatMap(other -> other.at(place));
        result = OwnFields.with(result, place, values(values, others, different));
      }
    }
    return result;
  }

  private static ManifestNode values(
      ManifestNode values, Optional<ManifestNode> others, String different) {
    if (!(values instanceof ManifestNode.Mapping mapping)) {
      return word(values, others, different);
    }
    Map<String, ManifestNode> fields = new LinkedHashMap<>();
    mapping
        .fields()
        .forEach(
            (key, value) ->
                fields.put(key, word(value, others.flatMap(other -> other.at(key)), different)));
    return new ManifestNode.Mapping(fields, 0);
  }

  private static ManifestNode word(
      ManifestNode value, Optional<ManifestNode> other, String different) {
    boolean differs = other.isPresent() && !other.get().equals(value);
    return new ManifestNode.Scalar(differs ? different : HIDDEN, ScalarType.STRING, 0);
  }
}
