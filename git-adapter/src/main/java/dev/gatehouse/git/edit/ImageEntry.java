package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.EditRefusal.Code;
import dev.gatehouse.git.yaml.ScalarType;
import dev.gatehouse.git.yaml.YamlNode;
import dev.gatehouse.git.yaml.YamlNode.Entry;
import dev.gatehouse.git.yaml.YamlNode.Mapping;
import dev.gatehouse.git.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Edits one existing entry of a kustomization's images. */
final class ImageEntry {
  private static final String NAME = "newName";
  private static final String TAG = "newTag";
  private static final String DIGEST = "digest";
  private final KustomizeImageEdit edit;
  private final Cursor entry;

  ImageEntry(KustomizeImageEdit edit, Cursor entry) {
    this.edit = edit;
    this.entry = entry;
  }

  List<Patch> patches() throws EditRefusedException {
    List<Patch> patches = new ArrayList<>();
    if (edit.newName().isPresent()) {
      patches.addAll(setOrInsert(NAME, edit.newName().get()));
    }
    if (edit.tag().isPresent() && edit.digest().isPresent()) {
      patches.addAll(setOrInsert(TAG, edit.tag().get()));
      patches.addAll(setOrInsert(DIGEST, edit.digest().get()));
    } else if (edit.tag().isPresent()) {
      patches.addAll(setOrSwap(TAG, edit.tag().get(), DIGEST));
    } else if (edit.digest().isPresent()) {
      patches.addAll(setOrSwap(DIGEST, edit.digest().get(), TAG));
    }
    return patches;
  }

  private List<Patch> setOrSwap(String key, String value, String rival)
      throws EditRefusedException {
    Optional<Cursor> current = entry.get(key);
    Optional<Cursor> other = entry.get(rival);
    if (other.isEmpty() || isEmpty(rival)) {
      return setOrInsert(key, value);
    }
    if (current.isPresent()) {
      if (isEmpty(key)) {
        List<Patch> both = new ArrayList<>(Patches.setString(current.get(), value));
        both.addAll(Patches.setString(other.get(), ""));
        return both;
      }
      throw entry
          .text()
          .refuse(
              Code.AMBIGUOUS,
              other.get().node(),
              other.get().path(),
              "the entry has "
                  + key
                  + " and "
                  + rival
                  + ", and the digest decides which image runs",
              "use `from: tagAndDigest` in the update, which sets both, or remove one of them from"
                  + " the entry");
    }
    Entry field = mapping().entry(rival).orElseThrow();
    Scalar name = (Scalar) field.key();
    List<Patch> patches = new ArrayList<>(Patches.setString(other.get(), value));
    patches.add(new Patch(name.span().start(), name.span().end(), key, 1, Optional.empty()));
    return patches;
  }

  /** Whether the field is there and says nothing, which kustomize reads as absent. */
  private boolean isEmpty(String key) {
    return entry.says(key, "")
        || mapping().get(key).map(YamlNode::resolved).filter(ImageEntry::isNull).isPresent();
  }

  private static boolean isNull(YamlNode node) {
    return node instanceof Scalar scalar && scalar.type() == ScalarType.NULL;
  }

  private List<Patch> setOrInsert(String key, String value) throws EditRefusedException {
    Optional<Cursor> current = entry.get(key);
    if (current.isPresent()) {
      return Patches.setString(current.get(), value);
    }
    Entry after =
        mapping().entry(key.equals(NAME) ? "name" : lastOf("name", NAME, TAG)).orElseThrow();
    return List.of(Patches.insertAfter(entry, mapping(), after, key, value));
  }

  private String lastOf(String first, String... later) {
    String last = first;
    for (String key : later) {
      last = mapping().get(key).isPresent() ? key : last;
    }
    return last;
  }

  private Mapping mapping() {
    return entry.mapping().orElseThrow();
  }
}
