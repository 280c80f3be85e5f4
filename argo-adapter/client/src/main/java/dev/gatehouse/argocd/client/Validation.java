package dev.gatehouse.argocd.client;

/** Whether the server tries a definition before it takes it: repository, path, cluster, project. */
public enum Validation {
  /** What cannot work is refused. */
  ON("true"),
  /** It is taken as it is. */
  OFF("false");

  private final String word;

  Validation(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
