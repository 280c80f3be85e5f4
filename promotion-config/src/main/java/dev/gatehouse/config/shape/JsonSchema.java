package dev.gatehouse.config.shape;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says a shape in JSON Schema, draft-07: the newest draft that the editors' YAML support knows in
 * full.
 */
public final class JsonSchema {
  private JsonSchema() {}

  /** Returns the schema of a whole file as JSON text, ending with a line break. */
  public static String of(Shape shape, String title) {
    Definitions definitions = new Definitions();
    Map<String, Object> top = new LinkedHashMap<>();
    top.put("$schema", "http://json-schema.org/draft-07/schema#");
    top.put("title", title);
    top.putAll(shape.schema(definitions));
    top.put("definitions", definitions.all());
    return JsonText.of(top) + "\n";
  }
}
