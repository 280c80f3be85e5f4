package dev.gatehouse.spi;

/** Who writes the desired state of the targets that a control plane follows. */
public sealed interface Delivery {
  /** The kind of delivery; one constant per record. */
  enum Kind {
    FOLLOWS,
    WRITES
  }

  /** Returns the kind. */
  Kind kind();

  /**
   * The engine writes to Git, and the control plane makes live what is there.
   *
   * @param syncer asks it to
   */
  record Follows(Syncer syncer) implements Delivery {
    @Override
    public Kind kind() {
      return Kind.FOLLOWS;
    }
  }

  /**
   * The control plane writes to Git on its own when a run is started there.
   *
   * @param runs starts and watches them
   */
  record Writes(ControlPlaneRuns runs) implements Delivery {
    @Override
    public Kind kind() {
      return Kind.WRITES;
    }
  }
}
