package dev.gatehouse.git.refusal;

import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.util.Locale;

/** The codes of everything that this adapter refuses, and how its sentences are written. */
public final class GitReasons {
  /** A path could leave the repository or reach Git's own files. */
  public static final ReasonCode FORBIDDEN_PATH = ReasonCode.of("git-forbidden-path");

  /** A file or folder is not there. */
  public static final ReasonCode FILE_NOT_FOUND = ReasonCode.of("git-file-not-found");

  /** The folder of a target is not there. */
  public static final ReasonCode FOLDER_NOT_FOUND = ReasonCode.of("git-folder-not-found");

  /** A folder is where a file is expected, or the other way round. */
  public static final ReasonCode WRONG_KIND = ReasonCode.of("git-wrong-kind");

  /** A symbolic link or a submodule is on the way. */
  public static final ReasonCode LINK = ReasonCode.of("git-link");

  /** A file or folder is beyond the limit. */
  public static final ReasonCode TOO_LARGE = ReasonCode.of("git-too-large");

  /** A file is not UTF-8. */
  public static final ReasonCode NOT_TEXT = ReasonCode.of("git-not-text");

  /** A file is not clear YAML. */
  public static final ReasonCode UNREADABLE = ReasonCode.of("edit-unreadable");

  /** A file is not of the shape that the update edits. */
  public static final ReasonCode WRONG_SHAPE = ReasonCode.of("edit-wrong-shape");

  /** Nothing is at the path. */
  public static final ReasonCode VALUE_NOT_FOUND = ReasonCode.of("edit-value-not-found");

  /** More than one place fits. */
  public static final ReasonCode AMBIGUOUS = ReasonCode.of("edit-ambiguous");

  /** A value is shared by an anchor, an alias or a merge key. */
  public static final ReasonCode SHARED_VALUE = ReasonCode.of("edit-shared-value");

  /** The new value cannot be written there. */
  public static final ReasonCode INVALID_VALUE = ReasonCode.of("edit-invalid-value");

  /** The value, or the file that it is in, is encrypted. */
  public static final ReasonCode ENCRYPTED = ReasonCode.of("edit-encrypted");

  /** Helm's lock file cannot be brought in step with the chart. */
  public static final ReasonCode CHART_LOCK = ReasonCode.of("edit-chart-lock");

  /** The edit would change more than was asked. */
  public static final ReasonCode UNSAFE_EDIT = ReasonCode.of("edit-unsafe");

  /** The change does not have the part that the update writes. */
  public static final ReasonCode MISSING_PART = ReasonCode.of("edit-missing-part");

  /** The artifact is another image than the one that the edited place names. */
  public static final ReasonCode OTHER_IMAGE = ReasonCode.of("edit-other-image");

  /** The edit is no longer the planned one. */
  public static final ReasonCode DRIFTED = ReasonCode.of("git-drifted");

  /** The remote has no such branch. */
  public static final ReasonCode NO_BRANCH = ReasonCode.of("git-no-branch");

  /** The branch was rewritten. */
  public static final ReasonCode REWRITTEN = ReasonCode.of("git-branch-rewritten");

  /** The remote does not want the push. */
  public static final ReasonCode PUSH_REJECTED = ReasonCode.of("git-push-rejected");

  /** The remote refused the push for a reason that is not known to be final. */
  public static final ReasonCode PUSH_UNCLEAR = ReasonCode.of("git-push-unclear");

  /** A commit claims to be ours, and no recorded intent names it. */
  public static final ReasonCode FOREIGN_WORK = ReasonCode.of("git-foreign-work");

  /** Values of a revert were changed again since, and are left. */
  public static final ReasonCode REVERT_LEFT = ReasonCode.of("git-revert-left");

  /** What is to be undone was changed since. */
  public static final ReasonCode REVERT_CONFLICT = ReasonCode.of("git-revert-conflict");

  /** The remote cannot be reached. */
  public static final ReasonCode UNREACHABLE = ReasonCode.of("git-unreachable");

  /** Others are faster, or the branch is being written by another process. */
  public static final ReasonCode BUSY = ReasonCode.of("git-branch-busy");

  /** The signing program gave no signature. */
  public static final ReasonCode SIGNING_FAILED = ReasonCode.of("git-signing-failed");

  /** The commit is not on the branch. */
  public static final ReasonCode NOT_ON_BRANCH = ReasonCode.of("git-not-on-branch");

  private GitReasons() {}

  /** A reason whose parts become sentences: a capital letter in front and a full stop behind. */
  public static Reason reason(ReasonCode code, String what, String where, String next) {
    return new Reason(code, sentence(what), where, sentence(next));
  }

  /** A reason of sentences, with a step as a value. */
  public static Reason reason(
      ReasonCode code, String what, String where, String next, NextStep step) {
    return new Reason(code, sentence(what), where, sentence(next), step);
  }

  private static String sentence(String text) {
    String first = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return first.matches("(?s).*[.!?]") ? first : first + ".";
  }
}
