package dev.gatehouse.view;

import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Author;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Change} as data. */
public final class ChangeFields {
  private ChangeFields() {}

  /** Returns the fields. */
  public static Map<String, @Nullable Object> fields(Change change) {
    return Fields.of("id", change.id())
        .and("application", change.application())
        .and("title", change.title())
        .and("source", change.source().map(Revision::value))
        .and("authors", change.authors().stream().map(Author::id).toList())
        .and("artifacts", change.artifacts().stream().map(Artifact::reference).toList())
        .map();
  }
}
