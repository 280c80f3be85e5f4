package dev.gatehouse.argocd.client;

/** How much of what Argo CD remembers a refresh throws away. */
public enum RefreshKind {
  /** Compares again. */
  NORMAL("normal"),
  /** Makes the manifests again as well, which is expensive. */
  HARD("hard");

  private final String word;

  RefreshKind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
