package dev.gatehouse.risk;

import static dev.gatehouse.risk.RiskLevel.LOW;
import static dev.gatehouse.risk.RiskLevel.MEDIUM;
import static dev.gatehouse.risk.RuleBuilder.rule;

import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.FieldPattern;
import dev.gatehouse.change.FileKind;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ObjectChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Images, wherever they are written: in a workload, a kustomization or a file of Helm values. */
final class ImageRules {
  private static final Severity NORMAL = Severity.application(LOW, Reversibility.R0);
  private static final Severity ODD = Severity.application(MEDIUM, Reversibility.R0);
  private static final List<FieldPattern> IN_OBJECTS =
      PodFields.of("containers.*.image", "initContainers.*.image");
  private static final FieldPattern IN_KUSTOMIZATION = FieldPattern.of("images.*");
  private static final FieldPattern IN_VALUES = FieldPattern.of("**.image");

  private ImageRules() {}

  static List<RiskRule> all() {
    return List.of(
        rule("A1", "an image that moves to a digest in the same repository and major version")
            .finding((diff, input) -> images(diff, false), NORMAL)
            .build(),
        rule("A2", "an image without a digest, from elsewhere, of another major, or older")
            .finding((diff, input) -> images(diff, true), ODD)
            .build());
  }

  /** Returns whether a field belongs to an image, and so to A1 and A2. */
  static boolean isImage(String path) {
    return path.matches("(.*\\.)?image(\\..*)?");
  }

  private static List<Finding> images(ManifestDiff diff, boolean odd) {
    List<Finding> found = new ArrayList<>();
    for (ObjectChange change : diff.changes()) {
      for (FieldChange field : fields(change)) {
        finding(change, field, odd).ifPresent(found::add);
      }
    }
    return found;
  }

  private static List<FieldChange> fields(ObjectChange change) {
    Optional<FileKind> file = FileKind.of(change.key());
    if (file.isEmpty()) {
      return IN_OBJECTS.stream().flatMap(pattern -> pattern.changes(change).stream()).toList();
    }
    return switch (file.get()) {
      case KUSTOMIZATION -> IN_KUSTOMIZATION.changes(change);
      case HELM_VALUES -> IN_VALUES.changes(change);
      default -> List.of();
    };
  }

  private static Optional<Finding> finding(ObjectChange change, FieldChange field, boolean odd) {
    Optional<ImageName> before = field.before().map(ImageRules::image);
    Optional<ImageName> after = field.after().map(ImageRules::image);
    if (after.isEmpty() || before.equals(after)) {
      return Optional.empty();
    }
    ImageName next = after.get();
    Optional<String> oddity = before.isPresent() ? before.get().oddity(next) : next.looseness();
    if (oddity.isPresent() != odd) {
      return Optional.empty();
    }
    String what =
        before
            .map(old -> "the image goes from " + old.label() + " to " + next.label())
            .orElse("the image is " + next.label());
    return Optional.of(
        Finding.of(
            change,
            field.path(),
            odd ? ODD : NORMAL,
            what + oddity.map(why -> ", which " + why).orElse("")));
  }

  /** Reads a container's image, a kustomize entry or a chart's values. */
  private static ImageName image(ManifestNode node) {
    if (node instanceof ManifestNode.Scalar) {
      return ImageName.parse(node.text());
    }
    String name = first(node, "newName", "repository", "name");
    String registry = first(node, "registry");
    String tag = first(node, "newTag", "tag");
    String digest = first(node, "digest");
    String whole = registry.isEmpty() ? name : registry + "/" + name;
    return ImageName.parse(
        whole
            + (tag.isEmpty() ? "" : ":" + tag)
            + (digest.isEmpty() || tag.contains("@") ? "" : "@" + digest));
  }

  private static String first(ManifestNode node, String... names) {
    for (String name : names) {
      Optional<String> text = node.textAt(name);
      if (text.isPresent()) {
        return text.get();
      }
    }
    return "";
  }
}
