package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.EditRefusal.Code;
import java.util.List;
import java.util.Optional;

/**
 * Sets {@code targetRevision} of one source of an Argo CD Application or ApplicationSet template.
 *
 * @param revision the new revision
 * @param application the object's name; empty when the file has one only
 * @param repository the source's {@code repoURL}; empty when there is one source only
 */
public record TargetRevisionEdit(
    String revision, Optional<String> application, Optional<String> repository)
    implements FileEdit {

  @Override
  public List<Patch> patches(YamlText text) throws EditRefusedException {
    Values.refuseOddRevision(text, revision);
    List<Cursor> all = ArgoSources.of(text, application);
    List<Cursor> fitting =
        all.stream()
            .filter(s -> repository.isEmpty() || s.says("repoURL", repository.get()))
            .toList();
    if (fitting.size() != 1) {
      List<String> seen = all.stream().map(s -> s.string("repoURL").orElse("?")).limit(12).toList();
      throw text.refuse(
          fitting.isEmpty() ? Code.NOT_FOUND : Code.AMBIGUOUS,
          "spec.source.targetRevision",
          "%d sources fit; sources are: %s"
              .formatted(fitting.size(), seen.isEmpty() ? "none" : seen),
          "name the application and the repoURL of exactly one source in the update");
    }
    Cursor source = fitting.get(0);
    Optional<Cursor> target = source.get("targetRevision");
    if (target.isEmpty()) {
      throw text.refuse(
          Code.NOT_FOUND,
          source.node(),
          source.path(),
          "the source has no targetRevision and follows HEAD",
          "pin it once by hand with targetRevision and the revision that is live now");
    }
    return Patches.setString(target.get(), revision);
  }
}
