package dev.gatehouse.argocd.model;

/** Whether the cluster has what the compared revision says. */
public enum SyncCode {
  /** It has. */
  SYNCED("Synced"),
  /** It differs. */
  OUT_OF_SYNC("OutOfSync"),
  /** Argo CD could not tell. */
  UNKNOWN("Unknown"),
  /** A word that is not known here, or none; never success. */
  OTHER("");

  private final String word;

  SyncCode(String word) {
    this.word = word;
  }

  /** The word of Argo CD; empty for {@link #OTHER}. */
  public String word() {
    return word;
  }

  static SyncCode of(String word) {
    return Words.find(values(), SyncCode::word, word, OTHER);
  }
}
