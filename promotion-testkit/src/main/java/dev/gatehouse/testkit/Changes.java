package dev.gatehouse.testkit;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Author;
import dev.gatehouse.change.Change;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Changes for tests. */
public final class Changes {
  private Changes() {}

  /** Returns a change of {@code shop} to version 2, written by ann. */
  public static Change aChange() {
    return aChange("shop", "2");
  }

  /** Returns a change of an application to a version, written by ann. */
  public static Change aChange(String application, String version) {
    return by(application, version, "ann");
  }

  /** Returns a change of an application to a version, written by these authors. */
  public static Change by(String application, String version, String... authors) {
    return new Change(
        new ApplicationName(application),
        List.of(Artifact.parse("registry.example/" + application + ":" + version)),
        Optional.empty(),
        Arrays.stream(authors).map(Author::new).toList(),
        application + " " + version);
  }
}
