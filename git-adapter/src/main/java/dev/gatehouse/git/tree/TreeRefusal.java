package dev.gatehouse.git.tree;

/**
 * Why a tree was not read or rewritten at a path.
 *
 * @param code what kind of refusal this is
 * @param path the path as it was asked for
 * @param found what is there
 * @param next what a person can do about it
 */
public record TreeRefusal(Code code, String path, String found, String next) {

  /** The kinds of refusal. */
  public enum Code {
    /** The path could leave the repository or reach Git's own files. */
    FORBIDDEN_PATH,
    /** Nothing is at the path. */
    NOT_FOUND,
    /** A folder where a file is expected, or the other way round. */
    WRONG_KIND,
    /** A symbolic link or a submodule is on the way. */
    LINK,
    /** The file or the folder is larger than the limit. */
    TOO_LARGE,
    /** The file is not UTF-8 text. */
    NOT_TEXT
  }

  /** One sentence: the path and what was found there. */
  public String message() {
    return path + ": " + found;
  }
}
