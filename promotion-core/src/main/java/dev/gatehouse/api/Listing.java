package dev.gatehouse.api;

import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.Reason;
import java.util.List;
import java.util.Optional;

/**
 * What a search came to; a refused one is not an empty one (argo-cd#25111).
 *
 * @param <T> what was searched for
 */
public sealed interface Listing<T> {
  /** The kind of answer; one constant per record. */
  enum Kind {
    SHOWN,
    REFUSED
  }

  /** Returns the kind. */
  Kind kind();

  /** Returns what was found, or empty when the search was refused. */
  Optional<List<T>> found();

  /**
   * What the actor may see of one page.
   *
   * @param items what was found; shorter than asked for where the actor may not see all of it
   * @param next where the next page begins; empty after the last page
   * @param <T> what was searched for
   */
  record Shown<T>(List<T> items, Optional<PromotionId> next) implements Listing<T> {
    /** Copies the list. */
    public Shown {
      items = List.copyOf(items);
    }

    @Override
    public Kind kind() {
      return Kind.SHOWN;
    }

    @Override
    public Optional<List<T>> found() {
      return Optional.of(items);
    }
  }

  /**
   * The actor may see nothing of this kind anywhere.
   *
   * @param reason why
   * @param <T> what was searched for
   */
  record Refused<T>(Reason reason) implements Listing<T> {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public Optional<List<T>> found() {
      return Optional.empty();
    }
  }
}
