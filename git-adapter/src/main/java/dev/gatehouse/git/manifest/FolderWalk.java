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
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the objects of one folder and of what its kustomizations refer to; for one thread and
 * one tree.
 */
final class FolderWalk {
  private static final List<String> LISTS =
      List.of("resources", "bases", "components", "generators", "transformers", "crds");
  private static final int MOST_FILES = 20_000;
  private static final int MOST_REFERENCES = 50_000;
  private static final int MOST_OBJECTS = 50_000;
  private static final int DEEPEST = 50;
  private final TreeView view;
  private final ManifestCache cache;
  private final Charts charts;
  private final Set<Gap> gaps = new LinkedHashSet<>();
  private final Set<TreePath> open = new HashSet<>();
  private final Map<TreePath, List<ManifestObject>> built = new HashMap<>();
  private final Set<TreePath> blind = new HashSet<>();
  private final Set<TreePath> read = new LinkedHashSet<>();
  private final List<Rendering.Idle> idle = new ArrayList<>();
  private List<ManifestObject> objects = new ArrayList<>();
  private String start = "";
  private int files;
  private int references;
  private int collected;
  private int unseen;

  FolderWalk(TreeView view, ManifestCache cache) {
    this.view = view;
    this.cache = cache;
    this.charts = new Charts(view);
  }

  void start(TreePath folder) throws IOException {
    start = folder.toString();
    try {
      if (view.find(folder).isPresent()) {
        follow(folder, folder.toString());
      }
    } catch (TreeRefusedException e) {
      gap(folder.toString(), e.refusal().found());
    }
  }

  Rendering rendering() {
    return new Rendering(objects, gaps, read, idle);
  }

  /** Reads a file or a folder that someone refers to. */
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
    List<TreePath> kustomizations = kustomizations(path);
    if (!kustomizations.isEmpty()) {
      TreePath first = kustomizations.get(0);
      include(path, first, view.find(first).orElseThrow());
      for (TreePath other : kustomizations.subList(1, kustomizations.size())) {
        gap(other.toString(), "is beside " + first + "; kustomize refuses a folder with both");
      }
      return;
    }
    for (TreeItem item : view.items(folder.id())) {
      TreePath below = path.child(item.name());
      if (isOneTooMany()) {
        return;
      }
      if (item.isFolder()) {
        follow(below, path.toString());
      } else if (ManifestNames.isArgoOverride(below)) {
        unseen++;
      } else if (item.isFile()) {
        if (ManifestNames.isYaml(below) || charts.hold(below)) {
          plain(below, item);
        }
      } else {
        gap(below.toString(), "is a link");
      }
    }
  }

  private List<TreePath> kustomizations(TreePath folder) throws IOException, TreeRefusedException {
    List<TreePath> found = new ArrayList<>();
    for (String name : ManifestNames.KUSTOMIZATIONS) {
      if (view.find(folder.child(name)).filter(TreeItem::isFile).isPresent()) {
        found.add(folder.child(name));
      }
    }
    return found;
  }

  /** Adds what a kustomization builds; it is built once, however many others list it. */
  private void include(TreePath folder, TreePath file, TreeItem item)
      throws IOException, TreeRefusedException {
    List<ManifestObject> content = built.get(folder);
    if (content == null) {
      int unseenBefore = unseen + gaps.size();
      content = build(folder, file, item);
      built.put(folder, content);
      if (unseen + gaps.size() > unseenBefore) {
        blind.add(folder);
      }
    } else if (blind.contains(folder)) {
      unseen++;
    }
    collected += content.size();
    if (collected > MOST_OBJECTS) {
      gap("", "the kustomizations collect more objects than the limit of " + MOST_OBJECTS);
      return;
    }
    objects.addAll(content);
  }

  private List<ManifestObject> build(TreePath folder, TreePath file, TreeItem item)
      throws IOException, TreeRefusedException {
    read.add(file);
    int unseenBefore = unseen + gaps.size();
    ManifestFile parsed = parse(file, item);
    if (parsed.problem().isPresent() || parsed.documents().size() != 1) {
      gap(file.toString(), parsed.problem().orElse("is not one kustomization"));
      return List.of();
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
    Set<ManifestObject> once = Collections.newSetFromMap(new IdentityHashMap<>());
    List<ManifestObject> result = new ArrayList<>();
    objects.stream().filter(once::add).forEach(o -> result.add(transform.apply(o)));
    objects = result;
    List<ManifestObject> made = List.copyOf(result);
    objects.add(Keys.object(file.toString(), 0, content));
    for (String reference : References.of(content)) {
      extra(folder, file, reference);
    }
    unseen += References.rendersUnseen(content) ? 1 : 0;
    if (unseen + gaps.size() == unseenBefore) {
      List<ManifestObject> extras = result.subList(made.size(), result.size());
      idle.addAll(transform.idle(file.toString(), made, extras));
    }
    objects = outer;
    return result;
  }

  private boolean isOneTooMany() {
    if (++references > MOST_REFERENCES) {
      gap("", "the kustomizations list more files and folders than " + MOST_REFERENCES);
    }
    return references > MOST_REFERENCES;
  }

  private void entry(TreePath folder, TreePath file, String reference) throws IOException {
    if (References.isRemote(reference)) {
      unseen++;
      return;
    }
    if (isOneTooMany()) {
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
    if (isOneTooMany()) {
      return;
    }
    try {
      TreePath path = folder.resolve(reference);
      Optional<TreeItem> item = view.find(path);
      if (item.filter(TreeItem::isFile).isEmpty()) {
        gap(path.toString(), "is listed in " + file + " but is no file");
        return;
      }
      read.add(path);
      if (!ManifestNames.isYaml(path)) {
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
      gap("", "there are more files than the limit of " + MOST_FILES);
      return;
    }
    boolean template = charts.hold(path) && path.segments().contains("templates");
    if (ManifestNames.isYaml(path) || template) {
      read.add(path);
    }
    if (!ManifestNames.isYaml(path)) {
      unseen++;
      objects.add(Keys.opaque(path.toString(), item.id().name()));
      return;
    }
    ManifestFile parsed = parse(path, item);
    if (parsed.problem().isPresent() && charts.hold(path)) {
      unseen++;
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

  /** Notes what cannot be read; a limit is noted once, at the folder that the walk began with. */
  private void gap(String file, String why) {
    gaps.add(new Gap(file.isEmpty() ? start : file, why, ""));
  }
}
