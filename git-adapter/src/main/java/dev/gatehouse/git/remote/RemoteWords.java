package dev.gatehouse.git.remote;

import java.util.List;
import java.util.Locale;

/**
 * What the words of a remote that refused a push prove; the texts of git, GitHub, GitLab, Gitea,
 * Azure DevOps, Bitbucket and Gerrit.
 *
 * <p>Words prove little: only {@link #areFinal} is trusted, and even that only while the branch has
 * not moved. Status numbers are left out, because an id in an unclear failure may hold the same
 * digits.
 */
final class RemoteWords {
  private static final List<String> RACES =
      List.of(
          "non-fast-forward",
          "fetch first",
          "cannot lock ref",
          "incorrect old value",
          "failed to update ref",
          "failed to lock",
          "stale info",
          "lock failure",
          "reference already exists",
          "tf401028");

  private static final List<String> PASSING =
      List.of(
          "try again",
          "temporarily",
          "timed out",
          "timeout",
          "internal server error",
          "internal api",
          "api is not accessible",
          "internal server connection error",
          "service unavailable",
          "currently unavailable",
          "rate limit",
          "too many requests");

  private static final List<String> FINAL =
      List.of(
          // git
          "hook declined",
          "refusing to update checked out branch",
          "deny updating a hidden ref",
          // rights, as transports and servers name them
          "not authorized",
          "not permitted",
          "not allowed to push",
          "authentication not supported",
          "auth fail",
          "cannot log in",
          "permission denied",
          "permission to ",
          "do not have permission",
          "don't have permission",
          "write access to repository not granted",
          "archived so it is read-only",
          "archived so is read-only",
          // GitHub
          "protected branch",
          "repository rule violations",
          "gh006",
          "gh013",
          // Azure DevOps
          "tf401027",
          "tf402455",
          "must use a pull request",
          // Bitbucket and Gerrit
          "only be modified through pull requests",
          "branch permissions",
          "prohibited by gerrit");

  private RemoteWords() {}

  /** Returns whether the words name a race; nothing was written. */
  static boolean areOfARace(String said) {
    return isOneOf(RACES, said);
  }

  /** Returns whether the words are final until a person acts. */
  static boolean areFinal(String said) {
    return isOneOf(FINAL, said) && !isOneOf(PASSING, said);
  }

  private static boolean isOneOf(List<String> texts, String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    return texts.stream().anyMatch(lower::contains);
  }
}
