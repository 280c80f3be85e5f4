package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.EditRefusal.Code;
import dev.gatehouse.git.yaml.YamlDocument;
import dev.gatehouse.git.yaml.YamlNode;
import dev.gatehouse.git.yaml.YamlNode.Alias;
import dev.gatehouse.git.yaml.YamlNode.Entry;
import dev.gatehouse.git.yaml.YamlNode.Mapping;
import dev.gatehouse.git.yaml.YamlNode.Scalar;
import dev.gatehouse.git.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets another edit change a value that several places share by an anchor, an alias or a merge key,
 * and names every place that changes with it.
 *
 * @param edit the edit
 */
public record SharedEdit(FileEdit edit) implements FileEdit {
  private static final int MOST_PLACES = 200;
  private static final int MOST_STEPS = 100_000;

  @Override
  public List<Patch> patches(YamlText text) throws EditRefusedException {
    List<Patch> patches = new ArrayList<>();
    for (Patch patch : edit.patches(text.sharing())) {
      patches.add(patch);
      if (patch.change().isPresent()) {
        ValueChange change = patch.change().get();
        for (String place : new Places(text, patch.start()).list()) {
          if (!place.equals(change.place())) {
            ValueChange other = new ValueChange(place, change.before(), change.after());
            patches.add(new Patch(patch.start(), patch.start(), "", 0, Optional.of(other)));
          }
        }
      }
    }
    return patches;
  }

  /** Every path that ends at the scalar that starts at an offset; used once. */
  private static final class Places {
    private final YamlText text;
    private final int offset;
    private final List<String> found = new ArrayList<>();
    private int steps;

    Places(YamlText text, int offset) {
      this.text = text;
      this.offset = offset;
    }

    List<String> list() throws EditRefusedException {
      for (YamlDocument document : text.documents()) {
        visit(document.root(), "", document.aliases().isEmpty());
      }
      return found;
    }

    private void visit(YamlNode node, String path, boolean unshared) throws EditRefusedException {
      if (unshared) {
        return;
      }
      if (++steps > MOST_STEPS || found.size() > MOST_PLACES) {
        throw text.refuse(
            Code.SHARED,
            path,
            "is shared by more than " + MOST_PLACES + " places, or by too many to count",
            "write the value out where it differs instead of sharing it by an anchor");
      }
      YamlNode at = node instanceof Alias alias ? alias.target() : node;
      if (at instanceof Scalar scalar && scalar.span().start() == offset) {
        found.add(path);
      } else if (at instanceof Mapping mapping) {
        for (Entry entry : mapping.entries()) {
          visit(entry.value(), entry.isMerge() ? path : below(path, entry.key()), false);
        }
      } else if (at instanceof Sequence sequence) {
        int index = 0;
        for (YamlNode item : sequence.items()) {
          visit(item, path + "[" + index++ + "]", false);
        }
      }
    }

    private static String below(String path, YamlNode key) {
      String name = key.resolved() instanceof Scalar scalar ? scalar.value() : "?";
      String shown = Cursor.shown(name);
      return path.isEmpty() ? shown : path + "." + shown;
    }
  }
}
