package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;

/**
 * Names a Promotion, with its Stage: only the list of a Stage's Promotions is never old.
 *
 * @param project the project, which is its namespace
 */
public record PromotionRef(String project, String stage, String name) {
  /** Refuses blank names. */
  public PromotionRef {
    Given.required(project, "project");
    Given.required(stage, "stage");
    Given.required(name, "name of a Promotion");
  }

  @Override
  public String toString() {
    return project + "/" + name;
  }
}
