package dev.gatehouse.git.edit;

/**
 * One value that an edit changes.
 *
 * @param place the path of the value in its file
 * @param before the old value; empty when there was none
 * @param after the new value
 */
public record ValueChange(String place, String before, String after) {}
