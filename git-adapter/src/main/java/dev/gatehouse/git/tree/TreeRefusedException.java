package dev.gatehouse.git.tree;

/** Carries a refusal to where it becomes a value. */
public final class TreeRefusedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient TreeRefusal refusal;

  /** Refuses at a path. */
  public TreeRefusedException(TreeRefusal.Code code, String path, String found, String next) {
    super(path + ": " + found, null, false, false);
    this.refusal = new TreeRefusal(code, path, found, next);
  }

  /** What was refused and why. */
  public TreeRefusal refusal() {
    return refusal;
  }
}
