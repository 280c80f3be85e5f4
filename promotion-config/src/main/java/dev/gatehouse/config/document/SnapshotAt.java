package dev.gatehouse.config.document;

/** The commit that a folder is copied from. */
public enum SnapshotAt {
  /** The newest one of the branch. */
  TIP,
  /** The source revision of the change. */
  SOURCE
}
