package dev.gatehouse.argocd.client;

import dev.gatehouse.http.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes the target revision of one source, if it still is what it was thought to be.
 *
 * @param source the source's index from 0; empty for an application with a single {@code source}
 * @param expected what it is now; empty for one that is not set
 * @param wanted what it must be
 */
public record RevisionPatch(Optional<Integer> source, Optional<String> expected, String wanted) {
  /** Refuses an index below 0. */
  public RevisionPatch {
    if (source.filter(index -> index < 0).isPresent()) {
      throw new IllegalArgumentException("sources count from 0 here: " + source.get());
    }
  }

  /** For an application with a single source. */
  public static RevisionPatch single(String expected, String wanted) {
    return new RevisionPatch(Optional.empty(), Optional.of(expected), wanted);
  }

  /** For one of several sources, by its index from 0. */
  public static RevisionPatch ofSource(int index, String expected, String wanted) {
    return new RevisionPatch(Optional.of(index), Optional.of(expected), wanted);
  }

  /** The JSON patch: tests of all old values and then the new ones. */
  static byte[] json(List<RevisionPatch> patches) {
    return Json.write(
        Stream.concat(
                patches.stream().map(RevisionPatch::test),
                patches.stream().map(RevisionPatch::change))
            .toList());
  }

  private String path() {
    return source.map(index -> "/spec/sources/" + index).orElse("/spec/source") + "/targetRevision";
  }

  private Map<String, Object> test() {
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("op", "test");
    test.put("path", path());
    test.put("value", expected.orElse(null));
    return test;
  }

  private Map<String, Object> change() {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("op", expected.isPresent() ? "replace" : "add");
    change.put("path", path());
    change.put("value", wanted);
    return change;
  }
}
