package dev.gatehouse.config.shape;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list from the file.
 *
 * @param <T> the type of its members
 * @param items the members that could be read
 * @param complete false when a member was lost to a mistake, so that nobody complains that it is
 *     missing
 */
public record Listing<T>(List<T> items, boolean complete) implements Iterable<T> {
  /** Copies the list. */
  public Listing {
    items = List.copyOf(items);
  }

  /** Returns the members as a stream. */
  public Stream<T> stream() {
    return items.stream();
  }

  /** Returns whether there is no member. */
  public boolean isEmpty() {
    return items.isEmpty();
  }

  @Override
  public Iterator<T> iterator() {
    return items.iterator();
  }
}
