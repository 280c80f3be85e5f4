package dev.gatehouse.git.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.git.edit.EditResult.Edited;
import dev.gatehouse.git.edit.EditResult.Refused;
import java.util.List;

/** Short words for edit tests. */
final class Edits {

  private Edits() {}

  static String edited(String text, FileEdit... edits) {
    EditResult result = FileEditor.withDefaults().apply("file.yaml", text, List.of(edits));
    assertThat(result).isInstanceOf(Edited.class);
    String edited = ((Edited) result).text();
    assertThat(FileEditor.withDefaults().apply("file.yaml", edited, List.of(edits)))
        .as("the same edit again changes nothing")
        .isEqualTo(new Edited(edited, List.of()));
    return edited;
  }

  static EditRefusal refused(String text, FileEdit... edits) {
    EditResult result = FileEditor.withDefaults().apply("file.yaml", text, List.of(edits));
    assertThat(result).isInstanceOf(Refused.class);
    EditRefusal refusal = ((Refused) result).refusal();
    assertThat(refusal.found()).isNotBlank();
    assertThat(refusal.next()).isNotBlank();
    return refusal;
  }

  static FileEdit value(String path, String value) {
    return new ValueEdit(YamlPath.parse(path), value);
  }
}
