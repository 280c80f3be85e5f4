package dev.gatehouse.git.manifest;

import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestDiffer;
import dev.gatehouse.change.ManifestObject;
import dev.gatehouse.change.UnreadableFile;
import dev.gatehouse.git.manifest.Rendering.Gap;
import dev.gatehouse.git.tree.TreePath;
import dev.gatehouse.git.tree.TreeView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a folder of desired state renders to, as far as that can be known without executing
 * anything.
 *
 * <p>Follows local resources, bases and components of kustomizations, and applies namespace, name
 * prefix and suffix, and images. Patches, generators, Helm values and remote resources appear as
 * objects of their own, so that a change in them shows. What cannot be read is reported, never
 * skipped. Thread-safe.
 */
public final class ManifestReader {
  private final ManifestCache cache = new ManifestCache();

  /** The objects of a folder; nothing when it does not exist. */
  public Rendering read(TreeView view, TreePath folder) throws IOException {
    FolderWalk walk = new FolderWalk(view, cache);
    walk.start(folder);
    return walk.rendering();
  }

  /**
   * What differs between the same folder of two trees; a file that is as unreadable as before tells
   * nothing new and is left out.
   */
  public ManifestDiff diff(TreeView before, TreeView after, TreePath folder) throws IOException {
    return effect(before, after, folder, Set.of()).diff();
  }

  /**
   * What an edit does to the objects of a folder.
   *
   * <p>A file that was edited and that nothing rendered explains is unreadable: nobody knows what
   * it does. An object outside the folder is compared as an object of its own.
   *
   * @param edited every file that differs between the trees
   */
  public EditEffect effect(TreeView before, TreeView after, TreePath folder, Set<TreePath> edited)
      throws IOException {
    Rendering old = read(before, folder);
    Rendering now = read(after, folder);
    Unexplained unexplained = new Unexplained(folder, edited, old, now);
    List<ManifestObject> oldObjects = new ArrayList<>(old.objects());
    List<ManifestObject> newObjects = new ArrayList<>(now.objects());
    List<UnreadableFile> unreadable = new ArrayList<>();
    for (Gap gap : newGaps(old, now)) {
      unreadable.add(new UnreadableFile(gap.file(), gap.why()));
    }
    for (TreePath file : unexplained.files()) {
      Optional<List<ManifestObject>> own = objects(before, file);
      Optional<List<ManifestObject>> next = objects(after, file);
      if (unexplained.standsAlone(file) && own.isPresent() && next.isPresent()) {
        oldObjects.addAll(own.get());
        newObjects.addAll(next.get());
      } else {
        unreadable.add(new UnreadableFile(file.toString(), unexplained.why(file)));
      }
    }
    ManifestDiff diff = ManifestDiffer.between(oldObjects, newObjects, unreadable);
    return new EditEffect(IdleRules.reported(diff, now.idle()), Origins.of(newObjects));
  }

  private static Set<Gap> newGaps(Rendering old, Rendering now) {
    Set<Gap> same = new HashSet<>(old.unreadable());
    same.retainAll(new HashSet<>(now.unreadable()));
    same.removeIf(gap -> gap.version().isEmpty());
    Set<Gap> gaps = new LinkedHashSet<>(old.unreadable());
    gaps.addAll(now.unreadable());
    gaps.removeAll(same);
    return gaps;
  }

  /**
   * The objects of one file, none where the file is not there; empty where it cannot be read or
   * holds something that is no Kubernetes object.
   */
  private Optional<List<ManifestObject>> objects(TreeView view, TreePath file) throws IOException {
    FolderWalk walk = new FolderWalk(view, cache);
    walk.start(file);
    Rendering alone = walk.rendering();
    boolean known =
        alone.unreadable().isEmpty() && alone.objects().stream().allMatch(Keys::isObject);
    return known ? Optional.of(alone.objects()) : Optional.empty();
  }
}
