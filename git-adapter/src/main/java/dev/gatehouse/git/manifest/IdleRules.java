package dev.gatehouse.git.manifest;

import dev.gatehouse.change.FileKind;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ManifestObject;
import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.change.UnreadableFile;
import dev.gatehouse.git.manifest.Rendering.Idle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports an edit of an image rule that changes no container: not what anybody meant. */
final class IdleRules {
  private static final int SHOWN = 5;

  private IdleRules() {}

  /** The diff with what was found. */
  static ManifestDiff reported(ManifestDiff diff, List<Idle> idle) {
    List<UnreadableFile> unreadable = new ArrayList<>(diff.unreadable());
    for (ObjectChange change : diff.changes()) {
      boolean rules = FileKind.of(change.key()).filter(FileKind.KUSTOMIZATION::equals).isPresent();
      idle.stream()
          .filter(rule -> rules && rule.file().equals(change.file()))
          .filter(rule -> isEdited(change, rule.image()))
          .forEach(rule -> unreadable.add(new UnreadableFile(rule.file(), why(rule))));
    }
    return new ManifestDiff(diff.changes(), unreadable, diff.objectsBefore(), diff.objectsAfter());
  }

  private static boolean isEdited(ObjectChange change, String image) {
    List<ManifestNode> before = change.before().map(o -> rules(o, image)).orElse(List.of());
    List<ManifestNode> after = change.after().map(o -> rules(o, image)).orElse(List.of());
    return !after.isEmpty() && !before.equals(after);
  }

  private static List<ManifestNode> rules(ManifestObject kustomization, String image) {
    return kustomization.content().itemsAt("images").stream()
        .filter(rule -> rule.textAt("name").equals(Optional.of(image)))
        .toList();
  }

  private static String why(Idle rule) {
    List<String> names = rule.rendered().stream().limit(SHOWN).toList();
    int more = rule.rendered().size() - names.size();
    return "image rule '"
        + rule.image()
        + "' changes no container; kustomize applies rules one after another, and the images here"
        + " are then called "
        + (names.isEmpty() ? "nothing at all" : String.join(", ", names))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
