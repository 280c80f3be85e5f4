package dev.gatehouse.testkit.argo;

import java.util.regex.Pattern;

/** What the text of a revision is: a commit, a part of one, or a branch. */
final class RevisionNames {
  private static final Pattern FULL_SHA = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");
  private static final Pattern SHORT_SHA = Pattern.compile("[0-9a-f]{7,39}");

  private RevisionNames() {}

  static boolean isFullSha(String revision) {
    return FULL_SHA.matcher(revision).matches();
  }

  static boolean isShortSha(String revision) {
    return SHORT_SHA.matcher(revision).matches();
  }

  static String branch(String revision) {
    return revision.isEmpty() || revision.equals("HEAD") ? "main" : revision;
  }
}
