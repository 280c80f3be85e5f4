package dev.gatehouse.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.DesiredStateWriter;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.spi.WriteOutcome.Written;
import dev.gatehouse.spi.WriteRequest;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link DesiredStateWriter} keeps; extend it and return one, and a place it writes to.
 */
public abstract class DesiredStateWriterContractTest {
  /** The version that is at the target when a test starts. */
  protected static final String FIRST = "v1";

  private static final String NEXT = "v2";

  /** For the class that extends it. */
  protected DesiredStateWriterContractTest() {}

  /** Returns the writer as a process finds it that starts now; an earlier one may have died. */
  protected abstract DesiredStateWriter writer();

  /** Returns a target whose one update writes the tag of the change's only artifact. */
  protected abstract Target target();

  /** Returns a target whose one update names a file that is not there. */
  protected abstract Target brokenTarget();

  /** Returns the version that is at {@link #target} now. */
  protected abstract String version();

  /** Sets the version at {@link #target}, past the writer. */
  protected abstract void somebodyElseSets(String version);

  /** Returns how many commits the place has. */
  protected abstract int commits();

  @Test
  void aPreviewOnlyReads() {
    int before = commits();
    EditPreview preview = writer().preview(change(NEXT), target());
    assertThat(preview).isInstanceOf(EditPreview.Computed.class);
    EditPreview.Computed computed = (EditPreview.Computed) preview;
    assertThat(computed.edits()).hasSize(1);
    assertThat(computed.edits().get(0).before()).isEqualTo(FIRST);
    assertThat(computed.edits().get(0).after()).isEqualTo(NEXT);
    assertThat(commits()).isEqualTo(before);
    assertThat(version()).isEqualTo(FIRST);
  }

  @Test
  void manyPreviewsComeInTheOrderOfTheirTargetsAndARefusedOneSpoilsNoOther() {
    List<EditPreview> previews =
        writer().previews(change(NEXT), List.of(brokenTarget(), target(), brokenTarget()));
    assertThat(previews)
        .extracting(EditPreview::kind)
        .containsExactly(
            EditPreview.Kind.REFUSED, EditPreview.Kind.COMPUTED, EditPreview.Kind.REFUSED);
    assertThat(writer().previews(change(NEXT), List.of())).isEmpty();
  }

  @Test
  void howeverOftenItIsWrittenTheChangeIsThereOnce() {
    WriteRequest request = request("p-1");
    int before = commits();
    WriteOutcome first = writer().write(request);
    assertThat(first).isInstanceOf(Written.class);
    assertThat(writer().write(request)).isEqualTo(first);
    assertThat(version()).isEqualTo(NEXT);
    assertThat(commits()).isEqualTo(before + 1);
  }

  @Test
  void writingAgainDoesNotTakeBackWhatSomebodyDidSince() {
    WriteRequest request = request("p-1");
    WriteOutcome first = writer().write(request);
    somebodyElseSets("v3");
    assertThat(writer().write(request)).isEqualTo(first);
    assertThat(version()).isEqualTo("v3");
  }

  @Test
  void whatIsThereAlreadyIsNotWritten() {
    WriteRequest request = request("p-1");
    somebodyElseSets(NEXT);
    int before = commits();
    assertThat(((Written) writer().write(request)).alreadyThere()).isTrue();
    assertThat(commits()).isEqualTo(before);
  }

  @Test
  void anEditThatIsNotThePlannedOneIsNotWritten() {
    WriteRequest request = request("p-1");
    somebodyElseSets("v3");
    int before = commits();
    WriteOutcome outcome = writer().write(request);
    assertThat(outcome).isInstanceOf(WriteOutcome.Drifted.class);
    assertThat(version()).isEqualTo("v3");
    assertThat(commits()).isEqualTo(before);
  }

  @Test
  void aPlaceThatIsMissingIsRefused() {
    assertThat(writer().preview(change(NEXT), brokenTarget()))
        .isInstanceOf(EditPreview.Refused.class);
    WriteRequest request = request("p-1", brokenTarget(), "none");
    assertThat(writer().write(request)).isInstanceOf(WriteOutcome.Refused.class);
  }

  @Test
  void aWrittenCommitIsFoundByItsPromotionOnly() {
    WriteRequest request = request("p-1");
    Revision written = ((Written) writer().write(request)).revision();
    assertThat(writer().find(request.promotion(), target())).contains(written);
    assertThat(writer().find(new PromotionId("p-2"), target())).isEmpty();
  }

  @Test
  void aRevertBringsTheOldVersionBackOnce() {
    WriteRequest request = request("p-1");
    Revision written = ((Written) writer().write(request)).revision();
    int before = commits();
    WriteOutcome reverted = writer().revert(request, written);
    assertThat(reverted).isInstanceOf(Written.class);
    assertThat(version()).isEqualTo(FIRST);
    assertThat(writer().revert(request, written)).isEqualTo(reverted);
    assertThat(commits()).isEqualTo(before + 1);
  }

  @Test
  void aRevertLeavesWhatSomebodyChangedSinceAndSaysSo() {
    WriteRequest request = request("p-1");
    Revision written = ((Written) writer().write(request)).revision();
    somebodyElseSets("v3");
    WriteOutcome outcome = writer().revert(request, written);
    assertThat(version()).isEqualTo("v3");
    if (outcome instanceof Written reverted) {
      assertThat(reverted.left()).isPresent();
    }
  }

  private WriteRequest request(String id) {
    EditPreview preview = writer().preview(change(NEXT), target());
    return request(id, target(), ((EditPreview.Computed) preview).digest());
  }

  private static WriteRequest request(String id, Target target, String digest) {
    return new WriteRequest(
        new PromotionId(id),
        new StageName("prod"),
        new PlanHash("ab".repeat(32)),
        change(NEXT),
        target,
        digest,
        Instant.parse("2026-11-22T10:00:00Z"));
  }

  private static Change change(String tag) {
    Artifact image = new Artifact("img", Optional.of(tag), Optional.empty());
    return new Change(
        new ApplicationName("shop"), List.of(image), Optional.empty(), List.of(), "Bump to " + tag);
  }
}
