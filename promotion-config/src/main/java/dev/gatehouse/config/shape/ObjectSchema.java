package dev.gatehouse.config.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says an object in JSON Schema. */
record ObjectSchema(ObjectShape shape) {
  Map<String, Object> of(Definitions definitions) {
    return definitions.reference(shape.type().name(), () -> definition(definitions));
  }

  private Map<String, Object> definition(Definitions definitions) {
    Map<String, Object> object = object(definitions);
    return shape
        .shortField()
        .map(
            field -> {
              Map<String, Object> either = new LinkedHashMap<>();
              either.put("description", shape.type().says().value());
              either.put("anyOf", List.of(field.schema(definitions), object));
              return either;
            })
        .orElse(object);
  }

  private Map<String, Object> object(Definitions definitions) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("description", shape.type().says().value());
    Map<String, Object> properties = new LinkedHashMap<>();
    shape.fields().forEach(field -> properties.put(field.key(), field.schema(definitions)));
    object.put("properties", properties);
    if (shape.rules().openForAnchors()) {
      object.put("patternProperties", Map.of("^x-", Map.of("description", "Free; holds anchors.")));
    }
    object.put("additionalProperties", false);
    List<String> required = shape.fields().stream().filter(Field::needed).map(Field::key).toList();
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    if (shape.rules().exactlyOne()) {
      object.put("minProperties", 1);
      object.put("maxProperties", 1);
    }
    return object;
  }
}
