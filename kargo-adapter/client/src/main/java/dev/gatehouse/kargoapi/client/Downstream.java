package dev.gatehouse.kargoapi.client;

import dev.gatehouse.kargoapi.model.Promotion;
import java.util.List;

/**
 * What came of promoting to all Stages behind one.
 *
 * @param promotions those that were created
 * @param errors what the server says of the others; it may be one text for several
 */
public record Downstream(List<Promotion> promotions, List<String> errors) {
  /** Copies the lists. */
  public Downstream {
    promotions = List.copyOf(promotions);
    errors = List.copyOf(errors);
  }
}
