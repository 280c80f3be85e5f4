package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.EditRefusal.Code;
import dev.gatehouse.git.yaml.YamlNode;
import dev.gatehouse.git.yaml.YamlNode.Sequence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Adds an entry to a kustomization's images, in the indentation of its neighbours. */
final class ImageAppend {

  private static final int MOST_FIELDS = 4;

  private ImageAppend() {}

  static Patch patch(KustomizeImageEdit edit, Cursor root) throws EditRefusedException {
    YamlText text = root.text();
    Optional<YamlNode> images = root.mapping().orElseThrow().get("images");
    Map<String, String> fields = fields(edit);
    if (images.isEmpty()) {
      String list = text.lineBreak() + "images:" + block(fields, 0, text.lineBreak());
      return behind(text, root.node(), list, change(edit, fields));
    }
    if (!(images.get() instanceof Sequence list) || root.mapping().get().flow()) {
      throw text.refuse(
          Code.WRONG_SHAPE,
          images.get(),
          "images",
          "is not a list that can be added to",
          "write images as a block list in the kustomization");
    }
    if (!list.flow()) {
      int column = list.span().column();
      return behind(text, list, block(fields, column, text.lineBreak()), change(edit, fields));
    }
    int close = list.span().end() - 1;
    String item = flow(fields);
    String added = list.items().isEmpty() ? item : ", " + item;
    return new Patch(close, close, added, fields.size() + 1, Optional.of(change(edit, fields)));
  }

  private static ValueChange change(KustomizeImageEdit edit, Map<String, String> fields) {
    return new ValueChange("images[name=" + edit.name() + "]", "", fields.toString());
  }

  private static Map<String, String> fields(KustomizeImageEdit edit) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", edit.name());
    edit.newName().ifPresent(v -> fields.put("newName", v));
    edit.tag().ifPresent(v -> fields.put("newTag", v));
    edit.digest().ifPresent(v -> fields.put("digest", v));
    return fields;
  }

  private static Patch behind(YamlText text, YamlNode node, String added, ValueChange change) {
    int end = Patches.lineEnd(text.text(), Patches.contentEnd(text.text(), node));
    return new Patch(end, end, added, MOST_FIELDS, Optional.of(change));
  }

  private static String block(Map<String, String> fields, int column, String lineBreak) {
    String indent = " ".repeat(column);
    StringBuilder block = new StringBuilder();
    fields.forEach(
        (key, value) ->
            block
                .append(lineBreak)
                .append(indent)
                .append(key.equals("name") ? "- " : "  ")
                .append(key)
                .append(": ")
                .append(ScalarText.fresh(value, false)));
    return block.toString();
  }

  private static String flow(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + ": " + ScalarText.fresh(e.getValue(), true))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
