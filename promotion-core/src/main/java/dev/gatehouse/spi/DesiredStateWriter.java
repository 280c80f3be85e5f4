package dev.gatehouse.spi;

import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.stage.Target;
import java.util.List;
import java.util.Optional;

/**
 * Writes desired state to where a control plane reads it.
 *
 * <p>Writing is idempotent by promotion and target: however often it is called, and whatever died
 * in between, the change is there once. Never forces, never loses someone else's commit.
 * Thread-safe; calls of several threads for one branch are written together. Throws {@link
 * dev.gatehouse.reason.PlatformException} when the remote does not answer.
 */
public interface DesiredStateWriter {
  /** Computes what promoting the change would edit at the target; reads only. */
  default EditPreview preview(Change change, Target target) {
    return previews(change, List.of(target)).get(0);
  }

  /**
   * Computes what promoting the change would edit at each target, in their order; reads only. The
   * targets of one branch are seen at one commit.
   */
  List<EditPreview> previews(Change change, List<Target> targets);

  /**
   * Computes what taking back these commits would edit, in their order: each old value goes back to
   * where the new one still is; reads only.
   */
  List<EditPreview> undoPreviews(List<Undo> undos);

  /** Makes the edit durable on the target's branch. */
  WriteOutcome write(WriteRequest request);

  /** Undoes what {@link #write} did for this promotion and target, by a new commit. */
  WriteOutcome revert(WriteRequest request, Revision written);

  /**
   * Returns the commit that {@link #write} made for this promotion and target, if it is on the
   * branch. When it is not, no write that began before will bring it there any more: anyone who
   * asks holds what a writer must hold to push.
   */
  Optional<Revision> find(PromotionId promotion, Target target);
}
