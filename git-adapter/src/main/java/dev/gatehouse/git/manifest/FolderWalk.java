package dev.gatehouse.git.manifest;

import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ManifestObject;
import dev.gatehouse.git.manifest.Rendering.Gap;
import dev.gatehouse.git.tree.TreeItem;
import dev.gatehouse.git.tree.TreePath;
import dev.gatehouse.git.tree.TreeRefusedException;
import dev.gatehouse.git.tree.TreeView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the objects of one folder and of what its kustomizations refer to; for one thread and
 * one tree.
 */
final class FolderWalk {
  private static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
  private static final List<String> LISTS =
      List.of("resources", "bases", "components", "generators", "transformers", "crds");
  private static final int MOST_FILES = 20_000;
  private static final int DEEPEST = 50;
  private final TreeView view;
  private final ManifestCache cache;
  private final Charts charts;
  private final Set<Gap> gaps = new LinkedHashSet<>();
  private final Set<TreePath> open = new HashSet<>();
  private List<ManifestObject> objects = new ArrayList<>();
  private int files;

  FolderWalk(TreeView view, ManifestCache cache) {
    this.view = view;
    this.cache = cache;
    this.charts = new Charts(view);
  }

  void start(TreePath folder) throws IOException {
    try {
      if (view.find(folder).isPresent()) {
        follow(folder, folder.toString());
      }
    } catch (TreeRefusedException e) {
      gap(folder.toString(), e.refusal().found());
    }
  }

  Rendering rendering() {
    return new Rendering(objects, gaps);
  }

  /** Reads a file or a folder that somebody refers to. */
  private void follow(TreePath path, String referrer) throws IOException, TreeRefusedException {
    Optional<TreeItem> item = view.find(path);
    if (item.isEmpty()) {
      gap(path.toString(), "is listed in " + referrer + " but is not there");
    } else if (item.get().isFile()) {
      plain(path, item.get());
    } else if (open.size() >= DEEPEST || !open.add(path)) {
      gap(path.toString(), "refers back to itself or is nested too deeply");
    } else {
      folder(path, item.get());
      open.remove(path);
    }
  }

  private void folder(TreePath path, TreeItem folder) throws IOException, TreeRefusedException {
    for (String name : NAMES) {
      Optional<TreeItem> file = view.find(path.child(name));
      if (file.filter(TreeItem::isFile).isPresent()) {
        kustomization(path, path.child(name), file.get());
        return;
      }
    }
    for (TreeItem item : view.items(folder.id())) {
      TreePath below = path.child(item.name());
      if (item.isFolder()) {
        follow(below, path.toString());
      } else if (item.isFile()) {
        if (isYaml(below) || charts.hold(below)) {
          plain(below, item);
        }
      } else {
        gap(below.toString(), "is a link");
      }
    }
  }

  private void kustomization(TreePath folder, TreePath file, TreeItem item)
      throws IOException, TreeRefusedException {
    ManifestFile parsed = parse(file, item);
    if (parsed.problem().isPresent() || parsed.documents().size() != 1) {
      gap(file.toString(), parsed.problem().orElse("is not one kustomization"));
      return;
    }
    ManifestNode content = parsed.documents().get(0);
    List<ManifestObject> outer = objects;
    objects = new ArrayList<>();
    for (String list : LISTS) {
      for (ManifestNode entry : content.itemsAt(list)) {
        entry(folder, file, entry.text());
      }
    }
    Transform transform = new Transform(content);
    objects.forEach(o -> outer.add(transform.apply(o)));
    objects = outer;
    objects.add(Keys.object(file.toString(), 0, content));
    for (String reference : References.of(content)) {
      extra(folder, file, reference);
    }
  }

  private void entry(TreePath folder, TreePath file, String reference) throws IOException {
    if (References.isRemote(reference)) {
      return;
    }
    try {
      if (reference.indexOf('\n') >= 0) {
        inline(file, reference);
      } else {
        follow(folder.resolve(reference), file.toString());
      }
    } catch (TreeRefusedException e) {
      gap(file.toString(), reference + " " + e.refusal().found());
    }
  }

  private void inline(TreePath file, String text) {
    ManifestFile parsed = ManifestFile.parse(text);
    parsed.problem().ifPresent(why -> gap(file.toString(), why));
    parsed.documents().forEach(d -> objects.add(Keys.object(file.toString(), 0, d)));
  }

  /** Patches, values and generator files: they do not render by themselves but change what does. */
  private void extra(TreePath folder, TreePath file, String reference) throws IOException {
    try {
      TreePath path = folder.resolve(reference);
      Optional<TreeItem> item = view.find(path);
      if (item.filter(TreeItem::isFile).isEmpty()) {
        gap(path.toString(), "is listed in " + file + " but is no file");
        return;
      }
      if (!isYaml(path)) {
        objects.add(Keys.opaque(path.toString(), item.get().id().name()));
        return;
      }
      ManifestFile parsed = parse(path, item.get());
      parsed
          .problem()
          .ifPresent(why -> gaps.add(new Gap(path.toString(), why, item.get().id().name())));
      int index = 0;
      for (ManifestNode document : parsed.documents()) {
        objects.add(Keys.patch(path.toString(), index++, document));
      }
    } catch (TreeRefusedException e) {
      gap(file.toString(), reference + " " + e.refusal().found());
    }
  }

  private void plain(TreePath path, TreeItem item) throws IOException, TreeRefusedException {
    if (++files > MOST_FILES) {
      gap(path.toString(), "more files than the limit of " + MOST_FILES);
      return;
    }
    if (!isYaml(path)) {
      objects.add(Keys.opaque(path.toString(), item.id().name()));
      return;
    }
    ManifestFile parsed = parse(path, item);
    if (parsed.problem().isPresent() && charts.hold(path)) {
      objects.add(Keys.opaque(path.toString(), item.id().name()));
      return;
    }
    parsed.problem().ifPresent(why -> gaps.add(new Gap(path.toString(), why, item.id().name())));
    int index = 0;
    for (ManifestNode document : parsed.documents()) {
      objects.add(Keys.object(path.toString(), index++, document));
    }
  }

  private ManifestFile parse(TreePath path, TreeItem item) throws IOException {
    Optional<ManifestFile> known = cache.get(item.id());
    if (known.isPresent()) {
      return known.get();
    }
    ManifestFile parsed;
    try {
      parsed = ManifestFile.parse(TreeView.text(path, view.bytes(path, item.id())));
    } catch (TreeRefusedException e) {
      parsed = ManifestFile.unreadable(e.refusal().found());
    }
    cache.put(item.id(), parsed);
    return parsed;
  }

  private static boolean isYaml(TreePath path) {
    return path.name().endsWith(".yaml")
        || path.name().endsWith(".yml")
        || path.name().endsWith(".json")
        || NAMES.contains(path.name());
  }

  private void gap(String file, String why) {
    gaps.add(new Gap(file, why, ""));
  }
}
