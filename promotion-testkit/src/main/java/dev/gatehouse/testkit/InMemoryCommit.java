package dev.gatehouse.testkit;

import dev.gatehouse.change.CanonicalDigest;
import dev.gatehouse.change.Revision;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A commit of an {@link InMemoryGit}; its id follows from everything in it.
 *
 * @param parent the commit before it
 * @param files the whole tree: path to text
 * @param subject the first line of its message
 * @param trailers the trailers of its message
 * @param author who made it
 * @param at its date
 * @param id its id
 */
public record InMemoryCommit(
    Optional<Revision> parent,
    Map<String, String> files,
    String subject,
    Map<String, String> trailers,
    String author,
    Instant at,
    Revision id) {
  /** Copies the maps. */
  public InMemoryCommit {
    files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
    trailers = java.util.Collections.unmodifiableMap(new TreeMap<>(trailers));
  }

  /** Returns a commit with the id that its content gives it. */
  public static InMemoryCommit of(
      Optional<Revision> parent,
      Map<String, String> files,
      String subject,
      Map<String, String> trailers,
      String author,
      Instant at) {
    String id =
        new CanonicalDigest()
            .add(parent.map(Revision::value))
            .add(treeId(files))
            .add(subject)
            .add(new TreeMap<>(trailers).toString())
            .add(author)
            .add(at)
            .hex();
    return new InMemoryCommit(parent, files, subject, trailers, author, at, new Revision(id));
  }

  /** Returns the id of a tree. */
  public static String treeId(Map<String, String> files) {
    CanonicalDigest digest = new CanonicalDigest();
    new TreeMap<>(files).forEach((path, text) -> digest.add(path).add(text));
    return digest.hex();
  }
}
