package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.EditRefusal.Code;
import java.util.List;
import java.util.Optional;

/**
 * Sets {@code targetRevision} of one source of an Argo CD Application or ApplicationSet template.
 *
 * @param revision the new revision
 * @param application the object's name; empty when the file has one only
 * @param source the index in {@code sources}; empty for {@code source}, or for the only one of
 *     {@code sources}
 */
public record TargetRevisionEdit(
    String revision, Optional<String> application, Optional<Integer> source) implements FileEdit {

  @Override
  public List<Patch> patches(YamlText text) throws EditRefusedException {
    Values.refuseOddRevision(text, revision);
    List<Cursor> all = ArgoSources.of(text, application);
    List<Cursor> fitting =
        all.stream()
            .filter(s -> source.isEmpty() || s.path().endsWith("sources[" + source.get() + "]"))
            .toList();
    if (fitting.size() != 1) {
      List<String> seen = all.stream().map(Cursor::path).limit(12).toList();
      throw text.refuse(
          fitting.isEmpty() ? Code.NOT_FOUND : Code.AMBIGUOUS,
          "spec.source.targetRevision",
          "%d sources fit; sources are: %s"
              .formatted(fitting.size(), seen.isEmpty() ? "none" : seen),
          "name the application, and the source by its index, so that one is left");
    }
    Cursor found = fitting.get(0);
    Optional<Cursor> target = found.get("targetRevision");
    if (target.isEmpty()) {
      throw text.refuse(
          Code.NOT_FOUND,
          found.node(),
          found.path(),
          "the source has no targetRevision and follows HEAD",
          "pin it once by hand with targetRevision and the revision that is live now");
    }
    return Patches.setString(target.get(), revision);
  }
}
