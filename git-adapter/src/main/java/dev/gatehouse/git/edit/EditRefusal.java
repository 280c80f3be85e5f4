package dev.gatehouse.git.edit;

import java.util.Optional;

/**
 * Why a file was not edited: where, what was found, what to do next.
 *
 * @param code what kind of refusal this is
 * @param file the file as the caller named it
 * @param line where it was noticed, counted from one; empty when it concerns the whole file
 * @param path the place inside the file, empty for the whole file
 * @param found one sentence on what is there
 * @param next what a person can do about it
 */
public record EditRefusal(
    Code code, String file, Optional<Integer> line, String path, String found, String next) {

  /** The kinds of refusal. */
  public enum Code {
    /** The file is not clear YAML, or beyond a limit. */
    UNREADABLE,
    /** The file is not of the shape this update kind edits. */
    WRONG_SHAPE,
    /** Nothing is at the path. */
    NOT_FOUND,
    /** More than one place fits. */
    AMBIGUOUS,
    /** The value is shared with other places by an anchor, an alias or a merge key. */
    SHARED,
    /** The new value cannot be written there. */
    INVALID_VALUE,
    /** The value, or the file that it is in, is encrypted. */
    ENCRYPTED,
    /** The edit would have changed more than the expected value. */
    UNSAFE
  }

  /** One sentence: file, line, path and what was found. */
  public String message() {
    String at = line.map(l -> file + ":" + l).orElse(file);
    return path.isEmpty() ? at + ": " + found : at + ": " + path + ": " + found;
  }
}
