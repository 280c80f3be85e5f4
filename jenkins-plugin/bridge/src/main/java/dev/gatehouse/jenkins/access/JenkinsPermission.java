package dev.gatehouse.jenkins.access;

import dev.gatehouse.identity.Verb;

/**
 * The permissions that the plugin adds to Jenkins, for matrix and role strategies.
 *
 * <p>Each only lets a request through to the engine, which asks its own rights and the separation
 * of duties as well.
 */
public enum JenkinsPermission {
  SEE(true),
  PROPOSE(false),
  APPROVE(false),
  WAIVE(false),
  ABORT(false),
  ADMINISTER(true);

  private final boolean administratorsHoldIt;

  JenkinsPermission(boolean administratorsHoldIt) {
    this.administratorsHoldIt = administratorsHoldIt;
  }

  /** Returns the permission that an act needs. */
  public static JenkinsPermission of(Verb verb) {
    return switch (verb) {
      case SEE -> SEE;
      case PROPOSE, ATTEST -> PROPOSE;
      case APPROVE, REJECT -> APPROVE;
      case WAIVE -> WAIVE;
      case ABORT -> ABORT;
      case EXECUTE, ADMINISTER -> ADMINISTER;
    };
  }

  /**
   * Returns whether the administrators of Jenkins hold it without being given it; a decision about
   * a promotion they do not.
   */
  public boolean administratorsHoldIt() {
    return administratorsHoldIt;
  }
}
