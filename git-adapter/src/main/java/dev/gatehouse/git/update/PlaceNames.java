package dev.gatehouse.git.update;

import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Change;
import dev.gatehouse.git.edit.ImageLookup;
import dev.gatehouse.git.edit.YamlPath;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.git.tree.TreeRefusedException;
import dev.gatehouse.stage.ImageNames;
import dev.gatehouse.stage.Update;
import dev.gatehouse.stage.ValueFrom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Knows which artifact the place of an update belongs to, by the update and by its file. */
final class PlaceNames {
  private final ImageLookup lookup;
  private String lastFile = "";

  PlaceNames(ImageLookup lookup) {
    this.lookup = lookup;
  }

  /** The file of the update that was asked for last. */
  String lastFile() {
    return lastFile;
  }

  /** The names of the artifact that is written there, the nearest first; empty if none is known. */
  List<String> of(Update update, Change change, FileText file)
      throws IOException, TreeRefusedException, RefusedException {
    lastFile = update.file();
    List<String> names = new ArrayList<>();
    if (update instanceof Update.KustomizeImage image) {
      names.add(image.image());
      if (image.value().artifact().isEmpty()) {
        lookup.newName(file.get(), image.image()).ifPresent(names::add);
      }
    } else if (update instanceof Update.YamlValue value && value.value().artifact().isEmpty()) {
      lookup.at(file.get(), path(value)).ifPresent(names::add);
    } else if (update instanceof Update.HelmChart chart && chart.chart().isPresent()) {
      String name = chart.chart().get();
      change.artifacts().stream()
          .map(Artifact::name)
          .filter(artifact -> artifact.equals(name) || artifact.endsWith("/" + name))
          .forEach(names::add);
      names.add(name);
    }
    return names;
  }

  /**
   * Refuses a named artifact beside another image: a tag or a digest says nothing about its image,
   * so it would be written unnoticed.
   *
   * @throws RefusedException when the file names another image
   */
  void refuseAnother(Update update, Artifact chosen, FileText file)
      throws IOException, TreeRefusedException, RefusedException {
    if (!(update instanceof Update.YamlValue value)
        || value.value().part() == ValueFrom.Part.REFERENCE
        || value.value().artifact().isEmpty()) {
      return;
    }
    Optional<String> there = lookup.at(file.get(), path(value));
    if (there.isPresent() && !fits(there.get(), chosen.name(), value.value())) {
      throw new RefusedException(
          GitReasons.reason(
              GitReasons.OTHER_IMAGE,
              "this place belongs to image "
                  + there.get()
                  + ", and the update writes the "
                  + value.value().label(),
              update.file() + " at " + value.path(),
              "correct `artifact` or `path` of the update; if one image is a copy of the other,"
                  + " declare that under `mirrors` in gatehouse.yaml"));
    }
  }

  /** A file that names no registry leaves it to the chart; then the path has to be the same. */
  private static boolean fits(String there, String artifact, ValueFrom from) {
    return ImageNames.same(there, artifact, from.mirrors())
        || (!ImageNames.namesRegistry(there) && artifact.endsWith("/" + there));
  }

  static YamlPath path(Update.YamlValue value) throws RefusedException {
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
