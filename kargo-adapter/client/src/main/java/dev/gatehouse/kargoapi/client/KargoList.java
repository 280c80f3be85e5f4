package dev.gatehouse.kargoapi.client;

import java.util.List;

/**
 * A list as one answer showed it.
 *
 * @param resourceVersion its version, from which a watch goes on; empty where the server gives none
 * @param items null and missing ones are left out
 * @param <T> what is listed
 */
public record KargoList<T>(String resourceVersion, List<T> items) {
  /** Copies the list. */
  public KargoList {
    items = List.copyOf(items);
  }
}
