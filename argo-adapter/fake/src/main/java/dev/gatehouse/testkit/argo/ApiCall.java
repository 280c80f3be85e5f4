package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A request that has found its route.
 *
 * @param http as it came
 * @param variables of the path, decoded
 * @param query decoded
 * @param body an empty object if there is none
 * @param caller who asks; anonymous where the route allows that
 */
record ApiCall(
    HttpCall http,
    Map<String, String> variables,
    QueryParameters query,
    JsonNode body,
    Caller caller) {
  ApiCall {
    variables = Map.copyOf(variables);
  }

  String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  /** Returns a field of the query, or of the body where the verb has one. */
  String field(String name) {
    String inQuery = query.first(name);
    return inQuery.isEmpty() ? Json.text(body, name) : inQuery;
  }

  ObjectNode bodyObject() throws Refusal {
    if (body instanceof ObjectNode object) {
      return object;
    }
    throw new Refusal(GrpcCode.INVALID_ARGUMENT, "json: cannot unmarshal into Go value");
  }
}
