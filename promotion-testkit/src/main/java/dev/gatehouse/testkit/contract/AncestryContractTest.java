package dev.gatehouse.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.Revision;
import dev.gatehouse.spi.Ancestry;
import dev.gatehouse.stage.Target;
import org.junit.jupiter.api.Test;

/** What every {@link Ancestry} keeps; extend it and return one, and commits of a branch. */
public abstract class AncestryContractTest {
  /** For the class that extends it. */
  protected AncestryContractTest() {}

  /** Returns the one under test. */
  protected abstract Ancestry ancestry();

  /** Returns the target that the revisions are of. */
  protected abstract Target target();

  /** Returns a revision that holds the target's desired state. */
  protected abstract Revision promoted();

  /** Returns a later one that touched other folders only. */
  protected abstract Revision laterElsewhere();

  /** Returns one that is later still and touched the target's folder. */
  protected abstract Revision laterHere();

  @Test
  void aRevisionIsTheSameAsItself() {
    assertThat(relation(promoted(), promoted())).isEqualTo(Ancestry.Relation.SAME);
  }

  @Test
  void aLaterCommitElsewhereKeepsTheFolder() {
    assertThat(relation(laterElsewhere(), promoted())).isEqualTo(Ancestry.Relation.KEEPS_FOLDER);
  }

  @Test
  void aLaterCommitInTheFolderChangesIt() {
    assertThat(relation(laterHere(), promoted())).isEqualTo(Ancestry.Relation.CHANGES_FOLDER);
  }

  @Test
  void anEarlierCommitIsUnrelated() {
    assertThat(relation(promoted(), laterElsewhere())).isEqualTo(Ancestry.Relation.UNRELATED);
  }

  @Test
  void aCommitThatNobodyKnowsIsUnrelated() {
    Revision unknown = new Revision("0123456789".repeat(4));
    assertThat(relation(unknown, promoted())).isEqualTo(Ancestry.Relation.UNRELATED);
    assertThat(relation(promoted(), unknown)).isEqualTo(Ancestry.Relation.UNRELATED);
  }

  private Ancestry.Relation relation(Revision live, Revision wanted) {
    return ancestry().relation(target(), live, wanted);
  }
}
