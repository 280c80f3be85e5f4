package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.EditRefusal.Code;
import dev.gatehouse.git.yaml.YamlDocument;
import dev.gatehouse.git.yaml.YamlNode;
import dev.gatehouse.git.yaml.YamlNode.Entry;
import dev.gatehouse.git.yaml.YamlNode.Mapping;
import dev.gatehouse.git.yaml.YamlNode.Scalar;
import dev.gatehouse.git.yaml.YamlNode.Sequence;
import dev.gatehouse.git.yaml.YamlReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads an edited text again and proves that it says what was expected and nothing else. */
final class Fidelity {

  private Fidelity() {}

  static void check(
      YamlText before, String edited, FileEdit edit, List<Patch> patches, YamlReader reader)
      throws EditRefusedException {
    YamlText after;
    List<Patch> rest;
    try {
      after = YamlText.read(before.file(), edited, reader);
      rest = edit.patches(after);
    } catch (EditRefusedException e) {
      throw unsafe(before, "the edited text would be refused: " + e.refusal().found());
    }
    if (!rest.isEmpty()) {
      throw unsafe(before, "the edited text would not read as the new value");
    }
    int allowed = patches.stream().mapToInt(Patch::values).sum();
    int changed = changedValues(before, after);
    if (changed > allowed) {
      throw unsafe(before, "%d values would change instead of %d".formatted(changed, allowed));
    }
  }

  private static EditRefusedException unsafe(YamlText text, String found) {
    return text.refuse(
        Code.UNSAFE,
        "",
        found,
        "write the value by hand once, in plain or quoted style, and try again");
  }

  private static int changedValues(YamlText before, YamlText after) {
    Map<String, String> old = rows(before);
    Map<String, String> now = rows(after);
    Set<String> paths = new HashSet<>(old.keySet());
    paths.addAll(now.keySet());
    return (int) paths.stream().filter(p -> !Objects.equals(old.get(p), now.get(p))).count();
  }

  private static Map<String, String> rows(YamlText text) {
    Map<String, String> rows = new HashMap<>();
    for (YamlDocument document : text.documents()) {
      collect(Integer.toString(document.index()), document.root(), rows);
    }
    return rows;
  }

  private static void collect(String path, YamlNode node, Map<String, String> rows) {
    if (node instanceof Mapping mapping && !mapping.entries().isEmpty()) {
      for (Entry entry : mapping.entries()) {
        collect(path + "/" + keyText(entry.key()), entry.value(), rows);
      }
    } else if (node instanceof Sequence sequence && !sequence.items().isEmpty()) {
      int index = 0;
      for (YamlNode item : sequence.items()) {
        collect(path + "/" + index++, item, rows);
      }
    } else {
      rows.put(path, leaf(node));
    }
  }

  private static String leaf(YamlNode node) {
    String content =
        node instanceof Scalar scalar ? scalar.type() + " " + scalar.value() : node.kind().name();
    return node.properties()
        + " "
        + (node instanceof YamlNode.Alias alias ? "*" + alias.name() : content);
  }

  private static String keyText(YamlNode key) {
    return key instanceof Scalar scalar
        ? scalar.value().replace("/", "~1")
        : "?" + key.span().start();
  }
}
