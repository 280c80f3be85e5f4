package dev.gatehouse.app.view;

import dev.gatehouse.service.token.ServiceToken;
import dev.gatehouse.view.Fields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows what a token allows, never its secret. */
public final class TokenView {
  private TokenView() {}

  /** Returns one line. */
  public static List<String> lines(ServiceToken token) {
    return List.of(
        token.id()
            + "  "
            + token.actor()
            + "  may "
            + String.join(", ", token.words())
            + places("applications", token.applications())
            + places("stages", token.stages())
            + "  until "
            + token.until()
            + "  made by "
            + token.createdBy());
  }

  /** Returns the fields. */
  public static Map<String, @Nullable Object> fields(ServiceToken token) {
    return Fields.of("id", token.id())
        .and("actor", token.actor())
        .and("allows", token.words())
        .and("applications", token.applications())
        .and("stages", token.stages())
        .and("until", token.until())
        .and("createdBy", token.createdBy())
        .map();
  }

  private static String places(String kind, Set<String> names) {
    return names.isEmpty()
        ? ""
        : "  in " + kind + " " + names.stream().collect(Collectors.joining(", "));
  }
}
