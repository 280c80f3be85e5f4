package dev.gatehouse.change;

import dev.gatehouse.change.ManifestNode.Mapping;
import dev.gatehouse.change.ManifestNode.Scalar;
import dev.gatehouse.change.ManifestNode.ScalarType;
import dev.gatehouse.change.ManifestNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes manifests in tests: {@code manifest("apps/v1", "Deployment", "web").with("spec.replicas",
 * 3)}.
 *
 * <p>In a path, {@code [name]} is the member of a list with that name, or a key that holds a dot
 * when it contains one; values are texts, numbers, booleans, lists and maps.
 */
public final class Manifest {
  private static final Set<String> CLUSTER_WIDE =
      Set.of(
          "Namespace",
          "Node",
          "PersistentVolume",
          "StorageClass",
          "ClusterRole",
          "ClusterRoleBinding",
          "CustomResourceDefinition",
          "PriorityClass",
          "ValidatingWebhookConfiguration");
  private final Map<String, Object> content = new LinkedHashMap<>();
  private String file;
  private final ObjectKey key;
  private final String apiVersion;

  private Manifest(ObjectKey key, String apiVersion, String file) {
    this.key = key;
    this.apiVersion = apiVersion;
    this.file = file;
  }

  /** Starts an object in namespace shop, or in none where its kind belongs to the cluster. */
  public static Manifest manifest(String apiVersion, String kind, String name) {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    boolean shared =
        CLUSTER_WIDE.contains(kind)
            || (group.matches(".*(upbound|crossplane)\\.io") && !group.contains(".m."));
    ObjectKey key = new ObjectKey(group, kind, shared ? "" : "shop", name);
    return new Manifest(key, apiVersion, "apps/" + name + ".yaml")
        .with("apiVersion", apiVersion)
        .with("kind", kind)
        .with("metadata.name", name);
  }

  /** Starts a file that names no kind. */
  public static Manifest file(String path) {
    return new Manifest(new ObjectKey("", "File", "", path), "", path);
  }

  /** Starts a patch of an object of this kind. */
  public static Manifest patch(String apiVersion, String kind, String path) {
    return manifest(apiVersion, kind, "patch " + path).in(path);
  }

  /** Sets a field; everything above it is made. */
  public Manifest with(String path, Object value) {
    List<String> steps = FieldPattern.of(path).steps();
    put(content, path, steps, 0, value);
    return this;
  }

  /** Puts the object into another file. */
  public Manifest in(String otherFile) {
    file = otherFile;
    return this;
  }

  /** Returns the object. */
  public ManifestObject object() {
    return new ManifestObject(key, apiVersion, file, (Mapping) node(content));
  }

  @SuppressWarnings("unchecked")
  private static void put(
      Map<String, Object> into, String path, List<String> steps, int at, Object value) {
    String step = steps.get(at);
    if (at == steps.size() - 1) {
      into.put(step, value);
      return;
    }
    String next = steps.get(at + 1);
    if (path.contains("[" + next + "]") && !next.contains(".")) {
      List<Object> list = (List<Object>) into.computeIfAbsent(step, s -> new ArrayList<>());
      Map<String, Object> member = member(list, next);
      if (at + 2 < steps.size()) {
        put(member, path, steps, at + 2, value);
      }
    } else {
      put(
          (Map<String, Object>) into.computeIfAbsent(step, s -> new LinkedHashMap<>()),
          path,
          steps,
          at + 1,
          value);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> member(List<Object> list, String name) {
    for (Object item : list) {
      if (item instanceof Map<?, ?> map && name.equals(map.get("name"))) {
        return (Map<String, Object>) map;
      }
    }
    Map<String, Object> member = new LinkedHashMap<>(Map.of("name", name));
    list.add(member);
    return member;
  }

  /** Turns plain values into nodes. */
  public static ManifestNode node(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, ManifestNode> fields = new LinkedHashMap<>();
      map.forEach((name, below) -> fields.put(name.toString(), node(below)));
      return new Mapping(fields, 0);
    }
    if (value instanceof List<?> list) {
      return new Sequence(list.stream().map(Manifest::node).toList(), 0);
    }
    ScalarType type =
        value instanceof Number
            ? ScalarType.NUMBER
            : value instanceof Boolean ? ScalarType.BOOLEAN : ScalarType.STRING;
    return new Scalar(value.toString(), type, 0);
  }
}
