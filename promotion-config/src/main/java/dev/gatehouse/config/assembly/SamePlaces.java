package dev.gatehouse.config.assembly;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.stage.Update;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Refuses updates of one target of which a later one would undo an earlier one. */
final class SamePlaces {
  private record Written(Update update, Place place) {}

  private final Problems problems;
  private final Map<List<Object>, Place> seen = new HashMap<>();
  private final List<Written> files = new ArrayList<>();

  SamePlaces(Problems problems) {
    this.problems = problems;
  }

  void add(Update update, Place at) {
    Place first = seen.putIfAbsent(place(update), at);
    if (first != null) {
      problems.add(
          at,
          ProblemCodes.WRONG_COMBINATION,
          "This update writes the same place as the one on line " + first.line() + ".",
          "Remove one of them; `from: tagAndDigest` writes tag and digest together.");
    }
    if (update instanceof Update.DirectorySnapshot) {
      files.stream()
          .filter(f -> isBelow(f.update().file(), update.file()))
          .findFirst()
          .ifPresent(earlier -> overwritten(earlier, at));
    } else {
      files.add(new Written(update, at));
    }
  }

  private void overwritten(Written earlier, Place at) {
    problems.add(
        at,
        ProblemCodes.WRONG_COMBINATION,
        "This snapshot replaces the file that the update on line "
            + earlier.place().line()
            + " edits, so that edit is lost.",
        "Put the snapshot before the other update.");
  }

  private static boolean isBelow(String file, String folder) {
    return plain(file).startsWith(plain(folder) + "/");
  }

  private static List<Object> place(Update update) {
    String file = plain(update.file());
    return switch (update.kind()) {
      case KUSTOMIZE_IMAGE ->
          List.of(update.kind(), file, ((Update.KustomizeImage) update).image());
      case KUSTOMIZE_REF -> List.of(update.kind(), file, ((Update.KustomizeRef) update).resource());
      case YAML_VALUE -> List.of(update.kind(), file, ((Update.YamlValue) update).path());
      case HELM_CHART -> List.of(update.kind(), file, ((Update.HelmChart) update).chart());
      case ARGO_TARGET_REVISION -> {
        Update.ArgoTargetRevision argo = (Update.ArgoTargetRevision) update;
        yield List.of(update.kind(), file, argo.application(), argo.source());
      }
      case DIRECTORY_SNAPSHOT -> List.of(update.kind(), file);
    };
  }

  /** One spelling of a path, whatever slashes and dots it is written with. */
  private static String plain(String path) {
    return path.replaceFirst("^(\\./)+", "").replaceAll("/(\\./)+", "/").replaceFirst("/+$", "");
  }
}
