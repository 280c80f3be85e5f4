package dev.gatehouse.git.publish;

import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.git.commit.CommitDraft;
import dev.gatehouse.git.manifest.ManifestReader;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.git.update.EditedTree;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.spi.WriteIntent;
import dev.gatehouse.spi.WriteIntents;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.Target;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Builds one commit per work, one on top of the other, on the tip of a branch; for one thread and
 * one try.
 */
final class CommitChain {
  private final History history;
  private final ObjectInserter inserter;
  private final WriteIntents intents;
  private final PublishSettings settings;
  private final ManifestReader manifests;
  private final long epoch;
  private final Claims claims;
  private final Built built;

  CommitChain(
      History history,
      ObjectInserter inserter,
      WriteIntents intents,
      PublishSettings settings,
      ManifestReader manifests,
      long epoch) {
    this.history = history;
    this.inserter = inserter;
    this.intents = intents;
    this.settings = settings;
    this.manifests = manifests;
    this.epoch = epoch;
    this.claims = new Claims(history, intents);
    this.built = new Built(history.tip());
  }

  Built build(List<Work> works) throws IOException {
    for (Work work : works) {
      try {
        add(work);
      } catch (RefusedException e) {
        built.answer(work, new WriteOutcome.Refused(e.reason()));
      }
    }
    return built;
  }

  private void add(Work work) throws IOException, RefusedException {
    List<WriteIntent> recorded =
        intents.of(work.request().promotion(), work.request().target().name()).stream()
            .filter(i -> i.act() == work.act())
            .toList();
    Optional<Revision> there = new IntentCheck(history).find(recorded);
    if (there.isPresent()) {
      built.answer(work, new WriteOutcome.Written(there.get(), false));
    } else if (work.undo().isPresent()) {
      undo(work, work.undo().get());
    } else {
      write(work);
    }
  }

  /** What claims to be ours and is not holds, until a person has accepted the branch as it is. */
  private Optional<Reason> unproven(Work work) throws IOException {
    return work.request().acceptsBranch() ? Optional.empty() : claims.unproven(work.request());
  }

  private void write(Work work) throws IOException, RefusedException {
    Optional<Reason> unproven = unproven(work);
    if (unproven.isPresent()) {
      built.answer(work, new WriteOutcome.Held(unproven.get(), WriteOutcome.Held.Cause.REFUSAL));
      return;
    }
    ObjectId root = tree(built.head());
    Revision base = revision(built.head());
    Target target = work.request().target();
    if (work.request().undoes().isEmpty()) {
      Change change = work.request().change();
      EditForecast seen = EditForecast.of(change, target, base, root, inserter, manifests);
      write(work, seen, Optional.empty());
    } else {
      Undoing.Undone undone = undone(work, work.request().undoes());
      EditForecast seen = EditForecast.of(undone.edited(), target, base, root, inserter, manifests);
      write(work, seen, left(work, undone.left()));
    }
  }

  private void write(Work work, EditForecast seen, Optional<Reason> left) throws IOException {
    EditedTree edited = seen.edited();
    if (edited.edits().isEmpty()) {
      built.answer(work, new WriteOutcome.Written(revision(built.head()), true, left));
    } else if (!seen.computed().digest().equals(work.request().expectedDigest())) {
      built.answer(work, new WriteOutcome.Drifted(drifted(work, seen.computed())));
    } else {
      commit(work, edited.root(), edited.made(), left);
    }
  }

  private void undo(Work work, Revision written) throws IOException, RefusedException {
    Undoing.Undone undone = undone(work, List.of(written));
    Optional<Reason> left = left(work, undone.left());
    if (undone.edited().edits().isEmpty()) {
      built.answer(work, new WriteOutcome.Written(revision(built.head()), true, left));
    } else {
      commit(work, undone.edited().root(), undone.edited().made(), left);
    }
  }

  private Undoing.Undone undone(Work work, List<Revision> commits)
      throws IOException, RefusedException {
    return new Undoing(history, inserter, work.request().target().repository())
        .undo(tree(built.head()), commits);
  }

  private static Optional<Reason> left(Work work, List<String> places) {
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            GitReasons.reason(
                GitReasons.REVERT_LEFT,
                "changed again since and left as it is: " + String.join("; ", places),
                "target " + work.request().target().name(),
                "look whether these values still fit; nothing of this promotion is in them"));
  }

  private void commit(Work work, ObjectId tree, List<ObjectId> objects, Optional<Reason> left)
      throws IOException {
    CommitDraft draft =
        new CommitDraft(
            tree,
            built.head(),
            settings.author(),
            settings.committer(),
            work.request().at(),
            work.message(epoch, left));
    ObjectId commit = draft.insert(inserter, settings.signer());
    Repository repository = work.request().target().repository();
    WriteIntent intent =
        new WriteIntent(
            work.request().promotion(),
            work.request().target().name(),
            work.act(),
            repository.url(),
            repository.branch(),
            revision(built.base()),
            tree.name(),
            revision(commit),
            epoch);
    built.commit(work, intent, objects, commit, left);
  }

  private ObjectId tree(ObjectId commit) throws IOException {
    try (ObjectReader reader = inserter.newReader();
        RevWalk walk = new RevWalk(reader)) {
      return walk.parseCommit(commit).getTree().copy();
    }
  }

  private static Reason drifted(Work work, EditPreview.Computed now) {
    EditPreview.Edit first = now.edits().get(0);
    String found =
        now.hasEditsOf(work.request().expectedDigest())
            ? "the edit is the planned one, but what it becomes part of has changed: an object that it"
                + " touches, or where an image, a chart or a base comes from"
            : "the edit is no longer the planned one: %s would now go from '%s' to '%s'"
                .formatted(first.place(), first.before(), first.after());
    return GitReasons.reason(
        GitReasons.DRIFTED,
        found,
        first.file() + " for target " + work.request().target().name(),
        "look at the new plan, which is made automatically");
  }

  static String where(Repository repository) {
    return repository.url() + " branch " + repository.branch();
  }

  private static Revision revision(ObjectId id) {
    return new Revision(id.name());
  }
}
