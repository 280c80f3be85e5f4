package dev.gatehouse.git.manifest;

import dev.gatehouse.change.FileKind;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ManifestObject;
import dev.gatehouse.change.ObjectKey;
import java.util.Map;
import java.util.Optional;

/** Gives objects their identity; what is no object is known by its file. */
final class Keys {
  private static final String FILE = "File";

  private Keys() {}

  /** The object of a document, with the identity it has or the one its file gives it. */
  static ManifestObject object(String file, int index, ManifestNode document) {
    ManifestNode.Mapping content =
        document instanceof ManifestNode.Mapping mapping ? mapping : wrap("content", document);
    Optional<String> kind = content.textAt("kind");
    Optional<String> name =
        content.textAt("metadata", "name").or(() -> content.textAt("metadata", "generateName"));
    String version = content.textAt("apiVersion").orElse("");
    String place = index == 0 ? file : file + "#" + index;
    if (kind.isPresent() && name.isPresent()) {
      String namespace = content.textAt("metadata", "namespace").orElse("");
      return new ManifestObject(
          new ObjectKey(group(version), kind.get(), namespace, name.get()), version, file, content);
    }
    ObjectKey key = new ObjectKey(group(version), kind.orElse(FILE), "", place);
    return new ManifestObject(key, version, file, content);
  }

  /** Whether it is an object that a cluster can hold, and neither a file nor a recipe. */
  static boolean isObject(ManifestObject object) {
    boolean named = object.content().textAt("metadata", "name").isPresent();
    return named && !object.apiVersion().isEmpty() && FileKind.of(object.key()).isEmpty();
  }

  /** A document that patches another object: of that object's kind, but never the object itself. */
  static ManifestObject patch(String file, int index, ManifestNode document) {
    ManifestObject object = object(file, index, document);
    String kind = object.key().kind().equals(FILE) ? "Patch" : object.key().kind();
    String place = index == 0 ? file : file + "#" + index;
    ObjectKey key =
        new ObjectKey(object.key().group(), kind, object.key().namespace(), "patch " + place);
    return new ManifestObject(key, object.apiVersion(), file, object.content());
  }

  /** A file whose content is not looked into. */
  static ManifestObject opaque(String file, String version) {
    ManifestNode.Scalar id = new ManifestNode.Scalar(version, ManifestNode.ScalarType.STRING, 0);
    return new ManifestObject(new ObjectKey("", FILE, "", file), "", file, wrap("version", id));
  }

  private static ManifestNode.Mapping wrap(String field, ManifestNode node) {
    return new ManifestNode.Mapping(Map.of(field, node), node.line());
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
