package dev.gatehouse.git.refusal;

import dev.gatehouse.git.edit.EditRefusal;
import dev.gatehouse.git.tree.TreeRefusedException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;

/** Carries a reason to where it becomes a value; never leaves the adapter. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Reason reason;

  /** Refuses for this reason. */
  public RefusedException(Reason reason) {
    super(reason.line(), null, false, false);
    this.reason = reason;
  }

  /** Refuses for what is in a tree. */
  public static RefusedException of(TreeRefusedException refused) {
    var refusal = refused.refusal();
    ReasonCode code =
        switch (refusal.code()) {
          case FORBIDDEN_PATH -> GitReasons.FORBIDDEN_PATH;
          case NOT_FOUND -> GitReasons.FILE_NOT_FOUND;
          case WRONG_KIND -> GitReasons.WRONG_KIND;
          case LINK -> GitReasons.LINK;
          case TOO_LARGE -> GitReasons.TOO_LARGE;
          case NOT_TEXT -> GitReasons.NOT_TEXT;
        };
    String where = refusal.path().isBlank() ? "the repository" : refusal.path();
    return new RefusedException(GitReasons.reason(code, refusal.found(), where, refusal.next()));
  }

  /** Refuses for what is in a file. */
  public static RefusedException of(EditRefusal refusal) {
    ReasonCode code =
        switch (refusal.code()) {
          case UNREADABLE -> GitReasons.UNREADABLE;
          case WRONG_SHAPE -> GitReasons.WRONG_SHAPE;
          case NOT_FOUND -> GitReasons.VALUE_NOT_FOUND;
          case AMBIGUOUS -> GitReasons.AMBIGUOUS;
          case SHARED -> GitReasons.SHARED_VALUE;
          case INVALID_VALUE -> GitReasons.INVALID_VALUE;
          case ENCRYPTED -> GitReasons.ENCRYPTED;
          case UNSAFE -> GitReasons.UNSAFE_EDIT;
        };
    String file = refusal.line().map(l -> refusal.file() + ":" + l).orElse(refusal.file());
    String where = refusal.path().isEmpty() ? file : file + " at " + refusal.path();
    return new RefusedException(GitReasons.reason(code, refusal.found(), where, refusal.next()));
  }

  /** What was refused and why. */
  public Reason reason() {
    return reason;
  }
}
