package dev.gatehouse.git.update;

import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Change;
import dev.gatehouse.git.edit.ChartVersionEdit;
import dev.gatehouse.git.edit.FileEdit;
import dev.gatehouse.git.edit.KustomizeImageEdit;
import dev.gatehouse.git.edit.RemoteRefEdit;
import dev.gatehouse.git.edit.TargetRevisionEdit;
import dev.gatehouse.git.edit.ValueEdit;
import dev.gatehouse.git.edit.YamlPath;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.stage.Update;
import dev.gatehouse.stage.ValueFrom;
import java.util.Optional;

/** Translates the updates that edit one file, with the values of a change. */
final class FileEdits {
  private final Change change;

  FileEdits(Change change) {
    this.change = change;
  }

  /** The edit of one file; empty for a directory snapshot, which edits none. */
  Optional<FileEdit> of(Update update) throws RefusedException {
    if (update instanceof Update.KustomizeImage image) {
      return Optional.of(image(image));
    }
    if (update instanceof Update.KustomizeRef ref) {
      return Optional.of(new RemoteRefEdit(ref.resource(), value(ref, ref.value())));
    }
    if (update instanceof Update.YamlValue value) {
      return Optional.of(new ValueEdit(path(value), value(value, value.value())));
    }
    if (update instanceof Update.HelmChart chart) {
      return Optional.of(new ChartVersionEdit(chart.chart(), value(chart, chart.value())));
    }
    if (update instanceof Update.ArgoTargetRevision argo) {
      return Optional.of(
          new TargetRevisionEdit(value(argo, argo.value()), argo.application(), argo.source()));
    }
    return Optional.empty();
  }

  private KustomizeImageEdit image(Update.KustomizeImage image) throws RefusedException {
    refuseAnotherImage(image);
    Optional<String> value = Optional.of(value(image, image.value()));
    boolean digest = image.value().part() == ValueFrom.Part.DIGEST;
    return new KustomizeImageEdit(
        image.image(),
        Optional.empty(),
        digest ? Optional.empty() : value,
        digest ? value : Optional.empty(),
        image.addWhenAbsent()
            ? KustomizeImageEdit.Absent.APPEND
            : KustomizeImageEdit.Absent.REFUSE);
  }

  /**
   * A digest says nothing about its image, so one that was meant for another image would be written
   * unnoticed. Mirrors and short names keep the last part of the name.
   */
  private void refuseAnotherImage(Update.KustomizeImage image) throws RefusedException {
    Optional<String> offered = change.artifact(image.value().artifact()).map(Artifact::name);
    if (image.value().artifact().isEmpty()
        && offered.isPresent()
        && !lastPart(offered.get()).equals(lastPart(image.image()))) {
      throw new RefusedException(
          GitReasons.reason(
              GitReasons.OTHER_IMAGE,
              "this writes image " + image.image() + ", and the change brings " + offered.get(),
              image.file(),
              "propose the right artifact; if that one is meant, add to the update: artifact: "
                  + offered.get()));
    }
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private String value(Update update, ValueFrom from) throws RefusedException {
    Optional<String> value = from.resolve(change);
    if (value.isPresent()) {
      return value.get();
    }
    throw new RefusedException(
        GitReasons.reason(
            GitReasons.MISSING_PART,
            "change " + change.id().brief() + " brings no " + from.label(),
            update.file(),
            remedy(from)));
  }

  private static String remedy(ValueFrom from) {
    String name = from.artifact().orElse("<name>");
    return switch (from.part()) {
      case DIGEST -> "propose it with a digest: --artifact " + name + "@sha256:<64 hex digits>";
      case TAG -> "propose it with a tag: --artifact " + name + ":<tag>";
      case REFERENCE -> "propose it with the artifact: --artifact " + name + ":<tag>";
      case REVISION -> "propose it with a source commit: --revision <commit>";
    };
  }

  private static YamlPath path(Update.YamlValue value) throws RefusedException {
    try {
      return YamlPath.parse(value.path());
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          GitReasons.reason(
              GitReasons.WRONG_SHAPE,
              String.valueOf(e.getMessage()),
              value.file(),
              "correct the path of the update in gatehouse.yaml"));
    }
  }
}
