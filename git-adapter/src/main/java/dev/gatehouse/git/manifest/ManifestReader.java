package dev.gatehouse.git.manifest;

import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestDiffer;
import dev.gatehouse.change.UnreadableFile;
import dev.gatehouse.git.manifest.Rendering.Gap;
import dev.gatehouse.git.tree.TreePath;
import dev.gatehouse.git.tree.TreeView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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
    Rendering old = read(before, folder);
    Rendering now = read(after, folder);
    Set<Gap> same = new HashSet<>(old.unreadable());
    same.retainAll(new HashSet<>(now.unreadable()));
    same.removeIf(gap -> gap.version().isEmpty());
    Set<Gap> gaps = new LinkedHashSet<>(old.unreadable());
    gaps.addAll(now.unreadable());
    gaps.removeAll(same);
    List<UnreadableFile> unreadable = new ArrayList<>();
    gaps.forEach(gap -> unreadable.add(new UnreadableFile(gap.file(), gap.why())));
    return ManifestDiffer.between(old.objects(), now.objects(), unreadable);
  }
}
