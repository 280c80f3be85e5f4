package dev.gatehouse.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The clone in which the people of the story work.
 *
 * @param story where their commands are shown
 */
record Clone(Story story) {
  /** Brings the clone up to date, as everybody does before an edit. */
  void pull(String person) {
    git().as(person, List.of("pull", "--quiet", "--rebase"));
  }

  /** Replaces a text in a file. */
  void edit(String file, String before, String after) {
    Path path = story.folder().cloned().resolve(file);
    try {
      String text = Files.readString(path);
      if (!text.contains(before)) {
        throw new IllegalStateException(file + " has no " + before);
      }
      Files.writeString(path, text.replace(before, after));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Shows, commits and pushes what was edited, and returns the commit's id. */
  String merge(String person, String message, String diff) {
    story.git(person, "deploy", "diff", diff, "HEAD");
    story.git(person, "deploy", "commit", "--quiet", "--all", "--message", message);
    story.git(person, "deploy", "push", "--quiet");
    return git().as(person, List.of("rev-parse", "HEAD")).text().strip();
  }

  private Git git() {
    return new Git(story.folder().cloned());
  }
}
