package dev.gatehouse.app.view;

import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Author;
import dev.gatehouse.change.Change;
import java.util.List;
import java.util.stream.Collectors;

/** Shows a {@link Change}. */
public final class ChangeView {
  private static final int LONGEST_TITLE = 160;

  private ChangeView() {}

  /** Returns one line: id, title and authors. */
  public static String line(Change change) {
    String authors = change.authors().stream().map(Author::id).collect(Collectors.joining(", "));
    return change.id().brief()
        + (change.title().isBlank() ? "" : "  \"" + title(change) + "\"")
        + (authors.isEmpty() ? "" : "  by " + authors);
  }

  /** A quote in it would let the rest look like ours. */
  private static String title(Change change) {
    return Shown.cut(change.title(), LONGEST_TITLE).replace("\"", "'");
  }

  /** Returns what is promoted, one line for each artifact and one for the source commit. */
  public static List<String> contents(Change change) {
    return java.util.stream.Stream.concat(
            change.artifacts().stream().map(Artifact::reference),
            change.source().stream().map(revision -> "commit " + revision.brief()))
        .toList();
  }
}
