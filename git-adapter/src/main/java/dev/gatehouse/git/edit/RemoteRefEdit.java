package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.EditRefusal.Code;
import dev.gatehouse.git.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets {@code ?ref=} of the remote resources of a kustomization, or its other name {@code
 * ?version=}; where an entry has both, kustomize follows {@code ref}, and so does this.
 *
 * <p>Looks in {@code resources}, {@code bases} and {@code components}. Every entry of the remote is
 * set: they are one repository at one revision.
 *
 * @param remote what the entries start with, up to a {@code /}, {@code ?}, {@code .git} or their
 *     end
 * @param ref the new revision
 */
public record RemoteRefEdit(String remote, String ref) implements FileEdit {
  private static final List<String> LISTS = List.of("resources", "bases", "components");
  private static final List<Pattern> PINS =
      List.of(
          Pattern.compile("([?&]ref=)([^&#]+)"),
          Pattern.compile("([?&]version=)([^&#]*)"),
          Pattern.compile("([?&]ref=)([^&#]*)"));

  @Override
  public List<Patch> patches(YamlText text) throws EditRefusedException {
    Values.refuseOddRevision(text, ref);
    List<Patch> patches = new ArrayList<>();
    int matches = 0;
    for (Cursor entry : entries(text)) {
      String value = entry.node().resolved() instanceof Scalar s ? s.value() : "";
      if (isOfRemote(value)) {
        matches++;
        patches.addAll(Patches.setString(entry, withRef(entry, value)));
      }
    }
    if (matches == 0) {
      throw text.refuse(
          Code.NOT_FOUND,
          "resources",
          "no remote entry starts with '" + remote + "'",
          "correct the remote in the update, or add the entry with ?ref= to the kustomization once");
    }
    return patches;
  }

  private static List<Cursor> entries(YamlText text) throws EditRefusedException {
    List<Cursor> entries = new ArrayList<>();
    for (Cursor root : text.roots()) {
      for (String list : LISTS) {
        if (root.mapping().flatMap(m -> m.get(list)).isPresent()) {
          entries.addAll(root.get(list).orElseThrow().items());
        }
      }
    }
    return entries;
  }

  private boolean isOfRemote(String value) {
    if (!value.startsWith(remote)) {
      return false;
    }
    String rest = value.substring(remote.length());
    boolean boundary =
        rest.isEmpty() || rest.startsWith("/") || rest.startsWith("?") || rest.startsWith(".git");
    return boundary || remote.endsWith("/");
  }

  private String withRef(Cursor entry, String value) throws EditRefusedException {
    for (Pattern pin : PINS) {
      Matcher matcher = pin.matcher(value);
      if (matcher.find()) {
        return value.substring(0, matcher.start(2)) + ref + value.substring(matcher.end(2));
      }
    }
    throw entry
        .text()
        .refuse(
            Code.WRONG_SHAPE,
            entry.node(),
            entry.path(),
            "the remote entry has neither ?ref= nor ?version= and follows the default branch",
            "pin it once by hand with ?ref= and the revision that is live now");
  }
}
