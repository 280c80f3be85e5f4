package dev.gatehouse.approval;

import dev.gatehouse.change.Author;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Directory;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everyone who wrote or proposed a change; where duties are separated they decide nothing about it.
 *
 * @param ids their ids in lower case
 */
public record Involved(Set<String> ids) {
  /** Copies the ids and folds their letter case. */
  public Involved {
    Set<String> folded = new TreeSet<>();
    ids.forEach(id -> folded.add(id.toLowerCase(Locale.ROOT)));
    ids = Collections.unmodifiableSet(folded);
  }

  /** Returns these people, each under the id that the directory knows now. */
  public static Involved of(List<Actor> proposers, List<Author> authors, Directory directory) {
    Set<String> ids = new TreeSet<>();
    proposers.forEach(proposer -> ids.add(directory.idOf(proposer.id())));
    authors.forEach(author -> ids.add(directory.idOf(author.id())));
    return new Involved(ids);
  }

  /** Returns whether this is one of them. */
  public boolean includes(String id) {
    return ids.contains(id.toLowerCase(Locale.ROOT));
  }
}
