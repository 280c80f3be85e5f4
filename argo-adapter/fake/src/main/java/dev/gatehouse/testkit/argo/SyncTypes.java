package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Predicate;

/** The types of a sync request; names that are not known are not looked at. */
final class SyncTypes {
  private static final Map<String, Type> FIELDS =
      Map.of(
          "revision", new Type("string", JsonNode::isTextual),
          "revisions", new Type("string", JsonNode::isTextual),
          "sourcePositions", new Type("int64", JsonNode::isIntegralNumber),
          "prune", new Type("bool", JsonNode::isBoolean),
          "dryRun", new Type("bool", JsonNode::isBoolean));

  private record Type(String name, Predicate<JsonNode> fits) {}

  private SyncTypes() {}

  static void check(JsonNode body) throws Refusal {
    for (Map.Entry<String, Type> field : FIELDS.entrySet()) {
      JsonNode value = body.path(field.getKey());
      if (value.isArray()) {
        for (JsonNode item : value) {
          check(field.getKey(), field.getValue(), item);
        }
      } else if (!value.isMissingNode() && !value.isNull()) {
        check(field.getKey(), field.getValue(), value);
      }
    }
  }

  private static void check(String field, Type type, JsonNode value) throws Refusal {
    if (!type.fits().test(value)) {
      throw new Refusal(
          GrpcCode.INVALID_ARGUMENT,
          "json: cannot unmarshal %s into Go struct field ApplicationSyncRequest.%s of type %s"
              .formatted(goName(value), field, type.name()));
    }
  }

  private static String goName(JsonNode value) {
    return value.isTextual()
        ? "string"
        : value.isBoolean() ? "bool" : value.isNumber() ? "number" : "object";
  }
}
