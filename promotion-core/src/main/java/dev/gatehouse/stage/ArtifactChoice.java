package dev.gatehouse.stage;

import dev.gatehouse.change.Artifact;

/** Which artifact of a change an update writes. */
public sealed interface ArtifactChoice {
  /** The kind of choice; one constant per record. */
  enum Kind {
    CHOSEN,
    NOT_BROUGHT,
    UNCLEAR
  }

  /** Returns the kind. */
  Kind kind();

  /** The update writes this artifact. */
  record Chosen(Artifact artifact) implements ArtifactChoice {
    @Override
    public Kind kind() {
      return Kind.CHOSEN;
    }
  }

  /**
   * The change does not bring what the update writes, so the update is left alone.
   *
   * @param wanted the name of the artifact that the update writes
   */
  record NotBrought(String wanted) implements ArtifactChoice {
    @Override
    public Kind kind() {
      return Kind.NOT_BROUGHT;
    }
  }

  /** The change brings several artifacts, and neither the update nor its file says which. */
  record Unclear() implements ArtifactChoice {
    @Override
    public Kind kind() {
      return Kind.UNCLEAR;
    }
  }
}
