package dev.gatehouse.git.edit;

import dev.gatehouse.git.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes edits in one file: text in, text out.
 *
 * <p>Guarantees: comments, quotes, order, indentation, line breaks and whatever else was not asked
 * for stay byte for byte; an edit that would change any other value is refused; making the same
 * edit again changes nothing. Immutable and thread-safe.
 *
 * @param reader reads the files, with its limits
 */
public record FileEditor(YamlReader reader) {

  /** An editor with the default limits. */
  public static FileEditor withDefaults() {
    return new FileEditor(YamlReader.withDefaults());
  }

  /** Makes the edits one after the other; the first refusal ends it and nothing is edited. */
  public EditResult apply(String file, String text, List<FileEdit> edits) {
    String current = text;
    List<ValueChange> changes = new ArrayList<>();
    try {
      for (FileEdit edit : edits) {
        current = once(file, current, edit, changes);
      }
    } catch (EditRefusedException e) {
      return new EditResult.Refused(e.refusal());
    }
    return new EditResult.Edited(current, changes);
  }

  private String once(String file, String text, FileEdit edit, List<ValueChange> changes)
      throws EditRefusedException {
    YamlText before = YamlText.read(file, text, reader);
    List<Patch> patches = edit.patches(before);
    if (patches.isEmpty()) {
      return text;
    }
    Encryption.check(before, patches);
    String edited = Patch.apply(text, patches);
    Fidelity.check(before, edited, edit, patches, reader);
    patches.forEach(p -> p.change().ifPresent(changes::add));
    return edited;
  }
}
