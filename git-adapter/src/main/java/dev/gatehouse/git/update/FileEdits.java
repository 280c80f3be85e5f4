package dev.gatehouse.git.update;

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

  private String value(Update update, ValueFrom from) throws RefusedException {
    Optional<String> value = from.resolve(change);
    if (value.isPresent()) {
      return value.get();
    }
    throw new RefusedException(
        GitReasons.reason(
            GitReasons.MISSING_PART,
            "change " + change.id() + " has no " + from.label(),
            update.file(),
            "propose the change with that part, or let the update write another one"));
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
