package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.EditRefusal.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets tag or digest, and maybe the new name, of one entry under {@code images} of a kustomization.
 *
 * <p>A digest takes the place of a tag and a tag the place of a digest, on the same line, unless
 * both are given.
 *
 * @param name the entry's {@code name}
 * @param newName the repository to use instead; empty leaves what is there
 * @param tag the new tag
 * @param digest the new digest
 * @param absent what to do when there is no such entry
 */
public record KustomizeImageEdit(
    String name,
    Optional<String> newName,
    Optional<String> tag,
    Optional<String> digest,
    Absent absent)
    implements FileEdit {

  /** What to do when the entry is not there. */
  public enum Absent {
    /** Refuse and say which entries there are. */
    REFUSE,
    /** Add it behind the last entry. */
    APPEND
  }

  /** Refuses an edit that would set nothing. */
  public KustomizeImageEdit {
    if (newName.isEmpty() && tag.isEmpty() && digest.isEmpty()) {
      throw new IllegalArgumentException(
          "image '" + name + "' needs a new name, a tag or a digest");
    }
  }

  /** Sets the tag of an entry that exists. */
  public static KustomizeImageEdit tag(String name, String tag) {
    return new KustomizeImageEdit(
        name, Optional.empty(), Optional.of(tag), Optional.empty(), Absent.REFUSE);
  }

  /** Sets the digest of an entry that exists. */
  public static KustomizeImageEdit digest(String name, String digest) {
    return new KustomizeImageEdit(
        name, Optional.empty(), Optional.empty(), Optional.of(digest), Absent.REFUSE);
  }

  @Override
  public List<Patch> patches(YamlText text) throws EditRefusedException {
    if (tag.isPresent()) {
      Values.refuseOddTag(text, tag.get());
    }
    if (digest.isPresent()) {
      Values.refuseOddDigest(text, digest.get());
    }
    Cursor root = kustomization(text);
    List<Cursor> entries = new ArrayList<>();
    if (root.mapping().flatMap(m -> m.get("images")).isPresent()) {
      entries.addAll(root.get("images").orElseThrow().items());
    }
    List<Cursor> fitting = entries.stream().filter(c -> c.says("name", name)).toList();
    if (fitting.size() == 1) {
      return new ImageEntry(this, fitting.get(0)).patches();
    }
    if (fitting.isEmpty() && absent == Absent.APPEND) {
      return List.of(ImageAppend.patch(this, root));
    }
    throw fitting.isEmpty() ? missing(text, entries) : twice(text, fitting);
  }

  private static Cursor kustomization(YamlText text) throws EditRefusedException {
    List<Cursor> roots = text.roots();
    if (roots.size() == 1 && roots.get(0).mapping().isPresent()) {
      return roots.get(0);
    }
    throw text.refuse(
        Code.WRONG_SHAPE,
        "",
        "a kustomization is one mapping; this file has " + roots.size() + " documents",
        "point the update at a kustomization.yaml");
  }

  private EditRefusedException missing(YamlText text, List<Cursor> entries) {
    List<String> names = entries.stream().map(c -> c.string("name").orElse("?")).limit(12).toList();
    return text.refuse(
        Code.NOT_FOUND,
        "images[name=" + name + "]",
        "no such entry; entries are: " + (names.isEmpty() ? "none" : String.join(", ", names)),
        "correct the image name, add the entry once, or let the update append it");
  }

  private EditRefusedException twice(YamlText text, List<Cursor> fitting) {
    return text.refuse(
        Code.AMBIGUOUS,
        fitting.get(1).node(),
        "images[name=" + name + "]",
        "stands there " + fitting.size() + " times",
        "keep one entry of this name");
  }
}
