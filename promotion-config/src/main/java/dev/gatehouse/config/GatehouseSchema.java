package dev.gatehouse.config;

import dev.gatehouse.config.document.GatehouseDocument;
import dev.gatehouse.config.shape.JsonSchema;
import dev.gatehouse.config.shape.Shapes;

/** The JSON Schema of {@code gatehouse.yaml}, by which editors complete and explain. */
public final class GatehouseSchema {
  private GatehouseSchema() {}

  /** Returns the schema as JSON text. */
  public static String text() {
    return JsonSchema.of(Shapes.of(GatehouseDocument.class), "gatehouse.yaml");
  }
}
