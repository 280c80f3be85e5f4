package dev.gatehouse.plan;

import dev.gatehouse.stage.TargetName;

/**
 * A value that a foreign commit changed after the promotion had been planned, and that the plan
 * made again overwrites.
 *
 * @param target where
 * @param file the file; empty where only the object is known
 * @param field the object and the field, for people; empty where the values are not kept
 * @param planned the value that the earlier plan meant to replace, shortened or hidden
 * @param found the value that this plan replaces, shortened or hidden
 * @param since the short form of the plan that met the earlier value
 */
public record Overwrite(
    TargetName target, String file, String field, String planned, String found, String since) {
  /** Returns one sentence for people. */
  public String sentence() {
    String where = target + (file.isEmpty() ? "" : ", " + file);
    if (field.isEmpty()) {
      return where + ": overwrites values changed since plan " + since;
    }
    return where
        + ": overwrites "
        + field
        + " = '"
        + found
        + "', changed from '"
        + planned
        + "' since plan "
        + since;
  }
}
