package dev.gatehouse.git.update;

import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Change;
import dev.gatehouse.git.edit.ChartVersionEdit;
import dev.gatehouse.git.edit.FileEdit;
import dev.gatehouse.git.edit.KustomizeImageEdit;
import dev.gatehouse.git.edit.RemoteRefEdit;
import dev.gatehouse.git.edit.SharedEdit;
import dev.gatehouse.git.edit.TargetRevisionEdit;
import dev.gatehouse.git.edit.ValueEdit;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.git.tree.TreeRefusedException;
import dev.gatehouse.stage.ArtifactChoice;
import dev.gatehouse.stage.Update;
import dev.gatehouse.stage.ValueFrom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Translates the updates that edit one file, with the values of a change; remembers those that the
 * change has nothing for.
 */
final class FileEdits {
  private final Change change;
  private final PlaceNames names;
  private final List<Update> made = new ArrayList<>();
  private final List<String> leftAlone = new ArrayList<>();

  FileEdits(Change change, PlaceNames names) {
    this.change = change;
    this.names = names;
  }

  /**
   * The edit of one file; empty for a directory snapshot, which edits none, and for an update whose
   * artifact the change does not bring.
   */
  Optional<FileEdit> of(Update update, FileText file)
      throws IOException, TreeRefusedException, RefusedException {
    Optional<ValueFrom> from = valueOf(update);
    if (from.isEmpty()) {
      made.add(update);
      return Optional.empty();
    }
    Optional<String> value = value(update, from.get(), file);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    made.add(update);
    FileEdit edit = edit(update, value.get());
    return Optional.of(from.get().shared() ? new SharedEdit(edit) : edit);
  }

  /**
   * Refuses a change that no update has a use for: an artifact of another image, for example.
   *
   * @throws RefusedException when every update was left alone
   */
  void refuseUnused() throws RefusedException {
    if (!made.isEmpty() || leftAlone.isEmpty()) {
      return;
    }
    List<String> offered = change.artifacts().stream().map(Artifact::name).toList();
    String wanted =
        "the updates of this target write "
            + String.join(", ", leftAlone.stream().distinct().toList())
            + ", and the change brings ";
    throw new RefusedException(
        offered.isEmpty()
            ? GitReasons.reason(
                GitReasons.MISSING_PART,
                wanted + "no artifact",
                names.lastFile(),
                "propose the change with its artifacts: --artifact <name>:<tag>, or"
                    + " <name>@sha256:<64 hex digits>")
            : GitReasons.reason(
                GitReasons.OTHER_IMAGE,
                wanted + String.join(", ", offered),
                names.lastFile(),
                "propose one of the artifacts that the updates write; if an artifact is a copy of"
                    + " one of them, declare that under `mirrors` in gatehouse.yaml; if the update's"
                    + " name is only a placeholder, name its artifact with `artifact`"));
  }

  private static Optional<ValueFrom> valueOf(Update update) {
    return switch (update.kind()) {
      case KUSTOMIZE_IMAGE -> Optional.of(((Update.KustomizeImage) update).value());
      case KUSTOMIZE_REF -> Optional.of(((Update.KustomizeRef) update).value());
      case YAML_VALUE -> Optional.of(((Update.YamlValue) update).value());
      case HELM_CHART -> Optional.of(((Update.HelmChart) update).value());
      case ARGO_TARGET_REVISION -> Optional.of(((Update.ArgoTargetRevision) update).value());
      case DIRECTORY_SNAPSHOT -> Optional.empty();
    };
  }

  private static FileEdit edit(Update update, String value) throws RefusedException {
    if (update instanceof Update.KustomizeImage image) {
      return image(image, value);
    }
    if (update instanceof Update.KustomizeRef ref) {
      return new RemoteRefEdit(ref.resource(), value);
    }
    if (update instanceof Update.YamlValue at) {
      return new ValueEdit(PlaceNames.path(at), value, at.addWhenAbsent());
    }
    if (update instanceof Update.HelmChart chart) {
      return new ChartVersionEdit(chart.chart(), value);
    }
    Update.ArgoTargetRevision argo = (Update.ArgoTargetRevision) update;
    return new TargetRevisionEdit(value, argo.application(), argo.source());
  }

  private static KustomizeImageEdit image(Update.KustomizeImage image, String value) {
    int at = value.indexOf('@');
    boolean both = image.value().part() == ValueFrom.Part.TAG_AND_DIGEST;
    boolean digest = image.value().part() == ValueFrom.Part.DIGEST;
    return new KustomizeImageEdit(
        image.image(),
        Optional.empty(),
        digest ? Optional.empty() : Optional.of(both ? value.substring(0, at) : value),
        digest ? Optional.of(value) : Optional.of(value.substring(at + 1)).filter(d -> both),
        image.addWhenAbsent()
            ? KustomizeImageEdit.Absent.APPEND
            : KustomizeImageEdit.Absent.REFUSE);
  }

  private Optional<String> value(Update update, ValueFrom from, FileText file)
      throws IOException, TreeRefusedException, RefusedException {
    if (from.part() == ValueFrom.Part.REVISION) {
      return Optional.of(present(update, from, from.resolve(change), "<name>"));
    }
    ArtifactChoice choice = from.choose(change, names.of(update, change, file));
    if (choice instanceof ArtifactChoice.NotBrought not) {
      leftAlone.add(not.wanted());
      return Optional.empty();
    }
    if (choice instanceof ArtifactChoice.Unclear) {
      throw new RefusedException(
          GitReasons.reason(
              GitReasons.MISSING_PART,
              "the change brings several artifacts, and nothing says which one is written here",
              update.file(),
              "name it in the update with `artifact`, one of: "
                  + String.join(", ", change.artifacts().stream().map(Artifact::name).toList())));
    }
    Artifact chosen = ((ArtifactChoice.Chosen) choice).artifact();
    names.refuseAnother(update, chosen, file);
    return Optional.of(present(update, from, from.of(chosen), chosen.name()));
  }

  private String present(Update update, ValueFrom from, Optional<String> value, String name)
      throws RefusedException {
    if (value.isPresent()) {
      return value.get();
    }
    throw new RefusedException(
        GitReasons.reason(
            GitReasons.MISSING_PART,
            "change " + change.id().brief() + " brings no " + from.label(),
            update.file(),
            remedy(from, name)));
  }

  private static String remedy(ValueFrom from, String chosen) {
    String name = from.artifact().orElse(chosen);
    return switch (from.part()) {
      case DIGEST -> "propose it with a digest: --artifact " + name + "@sha256:<64 hex digits>";
      case TAG -> "propose it with a tag: --artifact " + name + ":<tag>";
      case TAG_AND_DIGEST ->
          "propose it with both: --artifact " + name + ":<tag>@sha256:<64 hex digits>";
      case REFERENCE -> "propose it with the artifact: --artifact " + name + ":<tag>";
      case REVISION -> "propose it with a source commit: --revision <commit>";
    };
  }
}
