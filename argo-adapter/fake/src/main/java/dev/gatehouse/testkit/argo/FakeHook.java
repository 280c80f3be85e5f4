package dev.gatehouse.testkit.argo;

/**
 * A hook that a sync creates and waits for, until a test ends it; the other hooks of its wave run
 * beside it.
 *
 * <p>Immutable; each method returns a changed copy.
 *
 * @param phase when it runs
 * @param wave its place within the phase; lower ones go first
 * @param group the API group of its kind
 * @param kind of the object
 * @param name of the object, or how it begins when the rest is generated
 * @param generated whether each sync gives the object a name of its own
 * @param saying what its health says while it runs; empty for nothing, as a Job does
 * @param deletion when its object goes away
 */
public record FakeHook(
    Phase phase,
    int wave,
    String group,
    String kind,
    String name,
    boolean generated,
    String saying,
    Deletion deletion) {
  /** When a hook runs. */
  public enum Phase {
    /** Before anything is applied. */
    PRE_SYNC("PreSync"),
    /** While the objects are applied. */
    SYNC("Sync"),
    /** After everything is applied and healthy. */
    POST_SYNC("PostSync"),
    /** After another hook has failed. */
    SYNC_FAIL("SyncFail");

    private final String wire;

    Phase(String wire) {
      this.wire = wire;
    }

    String wire() {
      return wire;
    }
  }

  /** When the object of a hook goes away. */
  public enum Deletion {
    /** Before the next sync creates it again. */
    BEFORE_CREATION,
    /** When the sync has succeeded. */
    SUCCEEDED,
    /** When the sync has failed. */
    FAILED
  }

  /** Returns a hook of any kind. */
  public static FakeHook of(Phase phase, String group, String kind, String name) {
    return new FakeHook(phase, 0, group, kind, name, false, "", Deletion.BEFORE_CREATION);
  }

  /** Returns a Job as a hook. */
  public static FakeHook job(Phase phase, String name) {
    return of(phase, "batch", "Job", name);
  }

  /** Puts it into this wave. */
  public FakeHook inWave(int other) {
    return new FakeHook(phase, other, group, kind, name, generated, saying, deletion);
  }

  /** Has each sync give it a name of its own, which begins with the name it has now. */
  public FakeHook withGeneratedName() {
    return new FakeHook(phase, wave, group, kind, name, true, saying, deletion);
  }

  /** Has its health say this while it runs. */
  public FakeHook saying(String text) {
    return new FakeHook(phase, wave, group, kind, name, generated, text, deletion);
  }

  /** Has its object go away then. */
  public FakeHook deleted(Deletion when) {
    return new FakeHook(phase, wave, group, kind, name, generated, saying, when);
  }
}
