package dev.gatehouse.git.update;

import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.git.edit.EditResult;
import dev.gatehouse.git.edit.FileEdit;
import dev.gatehouse.git.edit.FileEditor;
import dev.gatehouse.git.edit.ImageLookup;
import dev.gatehouse.git.edit.ValueChange;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.git.tree.Snapshot;
import dev.gatehouse.git.tree.TreeChange;
import dev.gatehouse.git.tree.TreePath;
import dev.gatehouse.git.tree.TreeRefusedException;
import dev.gatehouse.git.tree.TreeRewriter;
import dev.gatehouse.git.tree.TreeView;
import dev.gatehouse.spi.EditPreview.Edit;
import dev.gatehouse.stage.Update;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Makes a target's updates in a tree, in their order: a later one sees what an earlier one did.
 *
 * <p>For one thread and one use. The caller decides whether the inserter is flushed.
 */
public final class TargetEditor implements AutoCloseable {
  private final ObjectInserter inserter;
  private final ObjectReader reader;
  private final FileEditor editor;
  private final Map<TreePath, String> texts = new LinkedHashMap<>();
  private final List<Edit> edits = new ArrayList<>();
  private final Set<String> places = new HashSet<>();
  private final Set<TreePath> touched = new LinkedHashSet<>();
  private final List<ObjectId> made = new ArrayList<>();
  private TreeView view;

  /** An editor over the tree with this id. */
  public TargetEditor(ObjectInserter inserter, ObjectId root, FileEditor editor) {
    this.inserter = inserter;
    this.reader = inserter.newReader();
    this.editor = editor;
    this.view = TreeView.of(reader, root);
  }

  /**
   * Makes all updates or none.
   *
   * @throws RefusedException when one of them cannot be made
   */
  public EditedTree apply(Change change, List<Update> updates)
      throws IOException, RefusedException {
    FileEdits translated = new FileEdits(change, new PlaceNames(new ImageLookup(editor.reader())));
    TreeView before = view;
    try {
      for (Update update : updates) {
        if (update instanceof Update.DirectorySnapshot snapshot) {
          copy(snapshot, change);
        }
        Optional<FileEdit> edit = translated.of(update, () -> text(update));
        if (edit.isPresent()) {
          make(TreePath.parse(update.file()), text(update), edit.get());
        }
      }
      translated.refuseUnused();
      lockCharts(before);
      settle();
    } catch (TreeRefusedException e) {
      throw RefusedException.of(e);
    }
    return new EditedTree(view.root(), edits, made);
  }

  @Override
  public void close() {
    reader.close();
  }

  private void make(TreePath path, String text, FileEdit edit) throws RefusedException {
    EditResult result = editor.apply(path.toString(), text, List.of(edit));
    if (result instanceof EditResult.Refused refused) {
      throw RefusedException.of(refused.refusal());
    }
    EditResult.Edited edited = (EditResult.Edited) result;
    for (ValueChange change : edited.changes()) {
      if (!isNew(path + " at " + change.place())) {
        throw twice(path + " at " + change.place());
      }
      edits.add(new Edit(path.toString(), change.place(), change.before(), change.after()));
    }
    if (!edited.changes().isEmpty()) {
      texts.put(path, edited.text());
      touched.add(path);
    }
  }

  /** Remembers a place; tells whether it is a new one. */
  private boolean isNew(String place) {
    return places.add(place);
  }

  private static RefusedException twice(String place) {
    return new RefusedException(
        GitReasons.reason(
            GitReasons.AMBIGUOUS,
            "two updates of the target write this place, and only the last would count",
            place,
            "remove one of them; `from: tagAndDigest` writes tag and digest together"));
  }

  /** The file of an update; nothing where it may create the file. */
  private String text(Update update) throws IOException, TreeRefusedException {
    TreePath path = TreePath.parse(update.file());
    boolean creates = update instanceof Update.YamlValue value && value.addWhenAbsent();
    boolean absent = creates && !texts.containsKey(path) && view.find(path).isEmpty();
    return absent ? "" : text(path);
  }

  /** The file as the updates so far have left it. */
  private String text(TreePath path) throws IOException, TreeRefusedException {
    String pending = texts.get(path);
    return pending != null ? pending : view.text(path);
  }

  private void lockCharts(TreeView before)
      throws IOException, TreeRefusedException, RefusedException {
    ChartLocks locks = new ChartLocks(before, view, editor.reader());
    for (TreePath chart : List.copyOf(touched)) {
      for (ChartLocks.LockEdit lock : locks.after(chart, text(chart))) {
        make(lock.file(), text(lock.file()), lock.edit());
      }
    }
  }

  private void copy(Update.DirectorySnapshot snapshot, Change promoted)
      throws IOException, TreeRefusedException, RefusedException {
    settle();
    TreePath target = TreePath.parse(snapshot.file());
    TreeView source = snapshot.atSource() ? atSource(snapshot, promoted) : view;
    TreeChange change =
        new Snapshot(TreePath.parse(snapshot.from()), target).change(source, !snapshot.atSource());
    TreeView before = view;
    rewrite(List.of(change));
    edits.addAll(new FolderComparison(before, view).edits(target));
  }

  private TreeView atSource(Update.DirectorySnapshot snapshot, Change promoted)
      throws IOException, RefusedException {
    Optional<Revision> source = promoted.source();
    if (source.isPresent()) {
      try (RevWalk walk = new RevWalk(reader)) {
        RevCommit commit = walk.parseCommit(ObjectId.fromString(source.get().value()));
        return TreeView.of(reader, commit.getTree());
      } catch (MissingObjectException | IncorrectObjectTypeException e) {
        throw noSource(
            snapshot, "source commit " + source.get().brief() + " is not in the repository");
      }
    }
    throw noSource(snapshot, "change " + promoted.id().brief() + " names no source commit");
  }

  private static RefusedException noSource(Update.DirectorySnapshot snapshot, String found) {
    return new RefusedException(
        GitReasons.reason(
            GitReasons.MISSING_PART,
            found,
            snapshot.from(),
            "propose the change with a source commit of the desired-state repository"));
  }

  private void settle() throws IOException, TreeRefusedException {
    List<TreeChange> changes = new ArrayList<>();
    texts.forEach((path, text) -> changes.add(new TreeChange.PutText(path, text)));
    rewrite(changes);
    texts.clear();
  }

  private void rewrite(List<TreeChange> changes) throws IOException, TreeRefusedException {
    if (!changes.isEmpty()) {
      TreeRewriter rewriter = new TreeRewriter(view, inserter);
      view = TreeView.of(reader, rewriter.rewrite(changes));
      made.addAll(rewriter.written());
    }
  }
}
