package dev.gatehouse.git.manifest;

import dev.gatehouse.change.ClusterScope;
import dev.gatehouse.change.ImageReference;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ManifestNode.ScalarType;
import dev.gatehouse.change.ManifestObject;
import dev.gatehouse.change.ObjectKey;
import dev.gatehouse.git.manifest.Rendering.Idle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a kustomization does to the objects it collects: namespace, name prefix and suffix, images;
 * for one kustomization and one thread.
 */
final class Transform {
  private static final Set<String> NEVER_RENAMED =
      Set.of("Namespace", "CustomResourceDefinition", "APIService");
  private static final Set<String> CONTAINERS =
      Set.of("containers", "initContainers", "ephemeralContainers");
  private final Optional<String> namespace;
  private final String prefix;
  private final String suffix;
  private final List<ManifestNode> images;
  private final Set<String> used = new HashSet<>();
  private final Set<String> rendered = new TreeSet<>();

  Transform(ManifestNode kustomization) {
    this.namespace = kustomization.textAt("namespace").filter(n -> !n.isEmpty());
    this.prefix = kustomization.textAt("namePrefix").orElse("");
    this.suffix = kustomization.textAt("nameSuffix").orElse("");
    this.images = kustomization.itemsAt("images");
  }

  ManifestObject apply(ManifestObject object) {
    ObjectKey key = object.key();
    boolean named = object.content().textAt("metadata", "name").isPresent();
    String space = namespace.filter(n -> named && !ClusterScope.holds(key)).orElse(key.namespace());
    String name =
        named && !NEVER_RENAMED.contains(key.kind()) ? prefix + key.name() + suffix : key.name();
    ManifestNode.Mapping content =
        images.isEmpty() ? object.content() : (ManifestNode.Mapping) withImages(object.content());
    ObjectKey changed = new ObjectKey(key.group(), key.kind(), space, name);
    if (changed.equals(key) && content.equals(object.content())) {
      return object;
    }
    return new ManifestObject(changed, object.apiVersion(), object.file(), content);
  }

  private ManifestNode withImages(ManifestNode node) {
    if (node instanceof ManifestNode.Sequence sequence) {
      return new ManifestNode.Sequence(
          sequence.items().stream().map(this::withImages).toList(), node.line());
    }
    if (!(node instanceof ManifestNode.Mapping mapping)) {
      return node;
    }
    Map<String, ManifestNode> fields = new LinkedHashMap<>();
    mapping
        .fields()
        .forEach(
            (name, value) ->
                fields.put(
                    name, CONTAINERS.contains(name) ? containers(value) : withImages(value)));
    return new ManifestNode.Mapping(fields, node.line());
  }

  private ManifestNode containers(ManifestNode list) {
    List<ManifestNode> changed = new ArrayList<>();
    for (ManifestNode container : list.items()) {
      Optional<String> image = container.textAt("image");
      if (image.isPresent() && container instanceof ManifestNode.Mapping mapping) {
        Map<String, ManifestNode> fields = new LinkedHashMap<>(mapping.fields());
        int line = container.at("image").map(ManifestNode::line).orElse(0);
        fields.put("image", new ManifestNode.Scalar(image(image.get()), ScalarType.STRING, line));
        changed.add(new ManifestNode.Mapping(fields, container.line()));
      } else {
        changed.add(container);
      }
    }
    return list instanceof ManifestNode.Sequence
        ? new ManifestNode.Sequence(changed, list.line())
        : list;
  }

  /** Kustomize applies the rules one after another: a later one sees what an earlier one made. */
  private String image(String reference) {
    String now = reference;
    for (ManifestNode rule : images) {
      ImageReference image = ImageReference.parse(now);
      if (rule.textAt("name").filter(image.name()::equals).isPresent()) {
        used.add(image.name());
        now = rule.textAt("newName").orElse(image.name()) + version(rule, image);
      }
    }
    rendered.add(ImageReference.parse(now).name());
    return now;
  }

  private static String version(ManifestNode rule, ImageReference image) {
    Optional<String> digest = rule.textAt("digest").filter(d -> !d.isEmpty());
    Optional<String> tag = rule.textAt("newTag").filter(t -> !t.isEmpty());
    if (digest.isPresent() || tag.isPresent()) {
      return tag.map(t -> ":" + t).orElse("") + digest.map(d -> "@" + d).orElse("");
    }
    String old = image.tagPart();
    return rule.textAt("tagSuffix")
        .filter(suffix -> !suffix.isEmpty())
        .map(suffix -> (old.isEmpty() ? ":" : old) + suffix)
        .orElse(image.version());
  }

  /**
   * Returns the rules that found no container; to be asked after everything was transformed.
   *
   * @param made what was transformed
   * @param patches the kustomization and its patches, which may bring containers of their own
   */
  List<Idle> idle(String file, List<ManifestObject> made, List<ManifestObject> patches) {
    List<Idle> idle = new ArrayList<>();
    for (ManifestNode rule : images) {
      String name = rule.textAt("name").orElse("");
      boolean inPatch = patches.stream().anyMatch(p -> mentions(p.content(), name));
      if (!made.isEmpty() && !used.contains(name) && !inPatch) {
        idle.add(new Idle(file, name, List.copyOf(rendered)));
      }
    }
    return idle;
  }

  /** A patch may be text in a kustomization; the list of rules itself counts nothing. */
  private static boolean mentions(ManifestNode node, String name) {
    if (node instanceof ManifestNode.Mapping mapping) {
      return mapping.fields().entrySet().stream()
          .anyMatch(field -> !field.getKey().equals("images") && mentions(field.getValue(), name));
    }
    return node instanceof ManifestNode.Scalar
        ? node.text().contains(name)
        : node.items().stream().anyMatch(item -> mentions(item, name));
  }

  /** The name of an image without tag and digest. */
  static String imageName(String reference) {
    return ImageReference.parse(reference).name();
  }
}
