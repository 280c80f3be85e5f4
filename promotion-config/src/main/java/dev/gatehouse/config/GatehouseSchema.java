package dev.gatehouse.config;

import dev.gatehouse.config.controlplane.ControlPlaneFormat;
import dev.gatehouse.config.document.GatehouseDocument;
import dev.gatehouse.config.shape.Definitions;
import dev.gatehouse.config.shape.JsonSchema;
import dev.gatehouse.config.shape.Shape;
import dev.gatehouse.config.shape.Shapes;
import java.util.List;
import java.util.Map;

/** The JSON Schema of {@code gatehouse.yaml}, by which editors complete and explain. */
public final class GatehouseSchema {
  private GatehouseSchema() {}

  /** Returns the schema as JSON text, with the keys of these kinds of control planes. */
  public static String text(List<ControlPlaneFormat<?, ?>> controlPlanes) {
    return JsonSchema.of(shape(controlPlanes), "gatehouse.yaml");
  }

  /** Returns the schema of each kind of object by its name. */
  public static Map<String, Object> definitions(List<ControlPlaneFormat<?, ?>> controlPlanes) {
    Definitions definitions = new Definitions();
    shape(controlPlanes).schema(definitions);
    return definitions.all();
  }

  static Shape shape(List<ControlPlaneFormat<?, ?>> controlPlanes) {
    return Shapes.of(
        GatehouseDocument.class,
        controlPlanes.stream().flatMap(format -> format.extensions().stream()).toList());
  }
}
