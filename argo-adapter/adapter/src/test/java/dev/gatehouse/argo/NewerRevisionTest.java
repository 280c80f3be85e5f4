package dev.gatehouse.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argo.application.ArgoApplication.Newer;
import dev.gatehouse.argo.application.ArgoApplication.Sync;
import dev.gatehouse.spi.Ancestry.Relation;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Someone else's commit came after ours; whether it counts in its place is for the target to say.
 */
class NewerRevisionTest {
  private static final String NEWER = ArgoFixture.NEWER.value();

  private static Stream<DynamicTest> when(
      Newer newer, Relation relation, Consumer<LiveScene> claim) {
    return Ways.those(
        way -> way.sync() == Sync.AUTOMATIC,
        scene -> {
          scene.following(newer, relation).deployed();
          shows(scene, NEWER);
          claim.accept(scene);
        });
  }

  private static void shows(LiveScene scene, String revision) {
    scene.edit(
        json -> LiveScenes.revision((ObjectNode) json.at("/status/sync"), scene.way, revision));
  }

  @TestFactory
  Stream<DynamicTest> refusedMeansThatOnlyOursCounts() {
    return Stream.of(Relation.values())
        .flatMap(relation -> when(Newer.REFUSED, relation, NewerRevisionTest::doesNotCount));
  }

  @TestFactory
  Stream<DynamicTest> aCommitThatKeepsTheFolderCounts() {
    return Stream.of(Newer.SAME_FOLDER, Newer.ANY)
        .flatMap(newer -> when(newer, Relation.KEEPS_FOLDER, LiveScene::live));
  }

  @TestFactory
  Stream<DynamicTest> aCommitThatChangesTheFolderCountsOnlyWhereAnyDoes() {
    return Stream.concat(
        when(Newer.SAME_FOLDER, Relation.CHANGES_FOLDER, NewerRevisionTest::doesNotCount),
        when(Newer.ANY, Relation.CHANGES_FOLDER, LiveScene::live));
  }

  /** A commit that is older, or of another branch, never does. */
  @TestFactory
  Stream<DynamicTest> anUnrelatedCommitNeverCounts() {
    return Stream.of(Newer.values())
        .flatMap(newer -> when(newer, Relation.UNRELATED, NewerRevisionTest::doesNotCount));
  }

  /** An application whose manifests cannot be made shows the name of the branch. */
  @TestFactory
  Stream<DynamicTest> theNameOfABranchIsNoRevision() {
    return when(
        Newer.ANY,
        Relation.KEEPS_FOLDER,
        scene -> {
          shows(scene, "main");
          assertThat(scene.waits("f").what()).contains("main");
        });
  }

  private static void doesNotCount(LiveScene scene) {
    assertThat(scene.waits("f").what()).contains(NEWER.substring(0, 8));
  }
}
