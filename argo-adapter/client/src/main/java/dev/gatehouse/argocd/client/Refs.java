package dev.gatehouse.argocd.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argocd.http.ArgoCdCall;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.UnexpectedAnswerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the name of an application where each kind of request wants it. */
final class Refs {
  private Refs() {}

  /** Name in the path, project and namespace in the query. */
  static ApiCall call(String method, ApplicationRef ref, String... rest) {
    List<String> path = new ArrayList<>(List.of("applications", ref.name()));
    path.addAll(List.of(rest));
    return ArgoCdCall.of(method, path.toArray(String[]::new))
        .with("project", ref.project())
        .with("appNamespace", ref.namespace());
  }

  /** Name in the path and all in the body, as requests that change something have it. */
  static ApiCall call(String method, ApplicationRef ref, ObjectNode body, String... rest) {
    List<String> path = new ArrayList<>(List.of("applications", ref.name()));
    path.addAll(List.of(rest));
    body.put("name", ref.name()).put("project", ref.project());
    ref.namespace().ifPresent(namespace -> body.put("appNamespace", namespace));
    return ArgoCdCall.of(method, path.toArray(String[]::new)).json(body);
  }

  /** Reads the application, and only that one. */
  static AnswerReader<Application> reader(ApplicationRef ref) {
    return json -> {
      Application found = AnswerReader.of(Application.class).read(json);
      boolean other =
          !found.metadata().name().equals(ref.name())
              || ref.namespace()
                  .filter(n -> !found.metadata().namespace().equals(Optional.of(n)))
                  .isPresent();
      if (other) {
        throw new UnexpectedAnswerException("the answer is about another application");
      }
      return found;
    };
  }
}
