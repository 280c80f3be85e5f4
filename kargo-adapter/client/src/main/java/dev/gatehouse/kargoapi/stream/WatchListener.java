package dev.gatehouse.kargoapi.stream;

import dev.gatehouse.http.ApiFailure;
import java.util.List;

/**
 * Receives what a {@link ProjectWatch} sees, on one thread, one call after another. It must not
 * throw and should not block.
 *
 * @param <T> what is watched
 */
public interface WatchListener<T> {
  /** All that is there now; called first, and again after each time that changes may be lost. */
  void listed(List<T> all);

  /** An object was created or changed. */
  void changed(T object);

  /** An object is gone: a list without it has been read. */
  void gone(String name);

  /** Nothing is seen from now on, until the next list. */
  default void blind(ApiFailure failure) {}
}
