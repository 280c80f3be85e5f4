package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the {@code fields} parameter leaves of an application: a fixed list of fields can be
 * selected, and everything else silently cannot.
 */
record Projection(Set<String> fields, boolean excluding) {
  private static final List<String> SELECTABLE =
      List.of(
          "metadata.name",
          "metadata.namespace",
          "metadata.annotations",
          "metadata.labels",
          "metadata.creationTimestamp",
          "metadata.deletionTimestamp",
          "spec",
          "spec.destination",
          "spec.project",
          "spec.source",
          "spec.sources",
          "spec.sourceHydrator",
          "spec.syncPolicy",
          "status.sourceHydrator",
          "status.summary",
          "status.sync.status",
          "status.sync.revision",
          "status.health",
          "status.resources",
          "status.operationState.startedAt",
          "status.operationState.finishedAt",
          "status.operationState.phase",
          "status.operationState.operation.sync",
          "operation.sync");

  /** Written as null where the object has none. */
  private static final Set<String> NULLABLE =
      Set.of(
          "metadata.annotations",
          "metadata.labels",
          "metadata.deletionTimestamp",
          "spec.source",
          "spec.sources",
          "spec.sourceHydrator",
          "spec.syncPolicy");

  /** Written as the empty text where the object has none. */
  private static final Set<String> EMPTY =
      Set.of("spec.project", "status.sync.status", "status.sync.revision");

  private static final String FINISHED = "status.operationState.finishedAt";
  private static final String MISNAMED = "status.operationState.operation.sync";

  Projection {
    fields = Set.copyOf(fields);
  }

  static Projection of(QueryParameters query) {
    FieldFilter asked = FieldFilter.of(query);
    return new Projection(asked.fields(), asked.excluding());
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  boolean keeps(String field) {
    return fields.contains(field) != excluding;
  }

  /** Projects one item; the prefix is before each field in the parameter. */
  ObjectNode of(JsonNode application, String prefix) {
    ObjectNode target = Json.object();
    for (String field : new TreeSet<>(SELECTABLE)) {
      if (keeps(prefix + field)) {
        copy(application, field, target);
      }
    }
    return target;
  }

  private static void copy(JsonNode application, String field, ObjectNode target) {
    String[] keys = field.split("\\.", -1);
    boolean misnamed = field.equals(MISNAMED);
    JsonNode value =
        misnamed
            ? Json.at(application, "status", "operationState", "syncResult")
            : Json.at(application, keys);
    boolean hasState = application.path("status").path("operationState").isObject();
    boolean nullable =
        NULLABLE.contains(field) || (hasState && (misnamed || field.equals(FINISHED)));
    if (value.isMissingNode() && !nullable && !EMPTY.contains(field)) {
      return;
    }
    ObjectNode here = target;
    for (int i = 0; i < keys.length - 1; i++) {
      here = Json.child(here, keys[i]);
    }
    String last = keys[keys.length - 1];
    if (!value.isMissingNode()) {
      here.set(last, value.deepCopy());
    } else if (nullable) {
      here.putNull(last);
    } else {
      here.put(last, "");
    }
  }
}
