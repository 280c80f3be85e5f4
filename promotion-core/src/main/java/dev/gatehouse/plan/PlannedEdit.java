package dev.gatehouse.plan;

/**
 * One field that a plan changes, short enough for a page and free of secrets.
 *
 * @param file the file that is written; empty when the field follows from edits of several others
 * @param line the line, or 0 when unknown
 * @param object the object's label
 * @param field the field; empty when the whole object comes or goes
 * @param before the old value, shortened or hidden; empty when there is none
 * @param after the new value, shortened or hidden; empty when there is none
 */
public record PlannedEdit(
    String file, int line, String object, String field, String before, String after) {}
