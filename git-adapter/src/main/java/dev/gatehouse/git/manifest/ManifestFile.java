package dev.gatehouse.git.manifest;

import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.git.yaml.YamlDocument;
import dev.gatehouse.git.yaml.YamlNode;
import dev.gatehouse.git.yaml.YamlReader;
import dev.gatehouse.git.yaml.YamlReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One parsed file: its documents, or why it cannot be read; immutable.
 *
 * @param documents the documents that hold something, lists of objects unfolded
 * @param problem why it cannot be read
 */
record ManifestFile(List<ManifestNode> documents, Optional<String> problem) {
  ManifestFile {
    documents = List.copyOf(documents);
  }

  static ManifestFile unreadable(String why) {
    return new ManifestFile(List.of(), Optional.of(why));
  }

  static ManifestFile parse(String text) {
    YamlReading reading = YamlReader.withDefaults().read(text);
    if (reading instanceof YamlReading.Unreadable bad) {
      return unreadable("line " + bad.line() + ": " + bad.problem());
    }
    List<ManifestNode> documents = new ArrayList<>();
    Conversion conversion = new Conversion();
    try {
      for (YamlDocument document : ((YamlReading.Read) reading).documents()) {
        if (!isEmpty(document.root())) {
          unfold(conversion.node(document.root()), documents);
        }
      }
    } catch (UnreadableManifestException e) {
      return unreadable(e.why());
    }
    return new ManifestFile(documents, Optional.empty());
  }

  private static boolean isEmpty(YamlNode root) {
    return root instanceof YamlNode.Scalar scalar && scalar.value().isEmpty();
  }

  private static void unfold(ManifestNode node, List<ManifestNode> into) {
    boolean list =
        node.textAt("kind").filter(k -> k.endsWith("List")).isPresent()
            && !node.itemsAt("items").isEmpty();
    if (list) {
      into.addAll(node.itemsAt("items"));
    } else {
      into.add(node);
    }
  }
}
