package dev.gatehouse.git.edit;

import dev.gatehouse.change.ImageReference;
import dev.gatehouse.git.edit.YamlPath.Field;
import dev.gatehouse.git.edit.YamlPath.Step;
import dev.gatehouse.git.yaml.YamlDocument;
import dev.gatehouse.git.yaml.YamlNode.Scalar;
import dev.gatehouse.git.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds which image a place of a file belongs to; edits nothing. Immutable and thread-safe.
 *
 * @param reader reads the files, with its limits
 */
public record ImageLookup(YamlReader reader) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,254}");

  /** Returns the {@code newName} of an entry under a kustomization's images, where it has one. */
  public Optional<String> newName(String text, String entry) {
    try {
      for (Cursor root : YamlText.read("", text, reader).sharing().roots()) {
        Optional<Cursor> images = root.get("images");
        for (Cursor item : images.isPresent() ? images.get().items() : List.<Cursor>of()) {
          if (item.says("name", entry)) {
            return item.string("newName").filter(ImageLookup::isName);
          }
        }
      }
      return Optional.empty();
    } catch (EditRefusedException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the image whose tag, digest or reference is at a path: {@code repository} with {@code
   * registry}, {@code image} or {@code name} beside it, or the reference itself.
   */
  public Optional<String> at(String text, YamlPath path) {
    try {
      YamlText read = YamlText.read("", text, reader).sharing();
      List<Step> steps = path.steps();
      Optional<String> key =
          steps.get(steps.size() - 1) instanceof Field last
              ? Optional.of(last.name())
              : Optional.empty();
      Optional<Cursor> parent = parent(read, path);
      Optional<String> beside =
          parent.isPresent() && key.isPresent()
              ? beside(parent.get(), key.get())
              : Optional.empty();
      return beside.isPresent() ? beside : itself(new PathWalk(read, path).target());
    } catch (EditRefusedException e) {
      return Optional.empty();
    }
  }

  private static Optional<Cursor> parent(YamlText all, YamlPath path) throws EditRefusedException {
    List<Step> above = path.steps().subList(0, path.steps().size() - 1);
    YamlText text = path.steps().get(0) instanceof Field ? documentOf(all, path) : all;
    if (above.isEmpty()) {
      List<Cursor> roots = text.roots();
      return roots.size() == 1 ? Optional.of(roots.get(0)) : Optional.empty();
    }
    PathWalk.Reached reached = new PathWalk(text, new YamlPath(path.source(), above)).reached();
    return reached.left().isEmpty() ? reached.at() : Optional.empty();
  }

  /** Only the document that has the whole path, where there is one. */
  private static YamlText documentOf(YamlText all, YamlPath path) {
    try {
      List<YamlDocument> one = List.of(new PathWalk(all, path).target().document());
      return new YamlText(all.file(), all.text(), one, true);
    } catch (EditRefusedException e) {
      return all;
    }
  }

  private static Optional<String> beside(Cursor parent, String key) {
    Optional<String> repository =
        parent
            .string("repository")
            .map(r -> r.replaceFirst("^oci://", ""))
            .filter(ImageLookup::isName);
    if (repository.isPresent() && !key.equals("repository")) {
      Optional<String> registry = parent.string("registry").filter(ImageLookup::isName);
      return Optional.of(registry.map(r -> r + "/").orElse("") + repository.get());
    }
    List<String> names = new ArrayList<>(List.of("newName", "image"));
    if (parent.string("name").filter(n -> n.contains("/")).isPresent()) {
      names.add("name");
    }
    names.remove(key);
    return names.stream()
        .flatMap(n -> parent.string(n).stream())
        .filter(ImageLookup::isName)
        .map(ImageLookup::withoutVersion)
        .findFirst();
  }

  private static Optional<String> itself(Cursor at) {
    return at.node().resolved() instanceof Scalar scalar
            && scalar.value().contains("/")
            && isName(scalar.value().replaceFirst("@.*", ""))
        ? Optional.of(withoutVersion(scalar.value()))
        : Optional.empty();
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches() && !text.contains("://");
  }

  private static String withoutVersion(String reference) {
    return ImageReference.parse(reference).name();
  }
}
