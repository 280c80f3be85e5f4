package dev.gatehouse.kargoapi.client;

import dev.gatehouse.kargoapi.model.Project;
import java.util.List;

/**
 * One page of projects.
 *
 * @param total how many there are on all pages
 */
public record ProjectPage(List<Project> items, int total) {
  /** Copies the list. */
  public ProjectPage {
    items = List.copyOf(items);
  }
}
