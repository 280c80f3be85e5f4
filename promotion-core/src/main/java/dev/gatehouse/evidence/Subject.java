package dev.gatehouse.evidence;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Revision;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.TargetName;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a fact is about; what is empty is not narrowed down.
 *
 * @param application the application
 * @param stage the stage
 * @param target the target
 * @param revision the source commit, or the commit of the desired state
 * @param digest the digest of an artifact, {@code sha256:…}
 */
public record Subject(
    ApplicationName application,
    Optional<StageName> stage,
    Optional<TargetName> target,
    Optional<Revision> revision,
    Optional<String> digest) {
  /** Returns the subject of a fact about an application in a stage. */
  public static Subject of(ApplicationName application, StageName stage) {
    return new Subject(
        application, Optional.of(stage), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns this subject narrowed down to a target. */
  public Subject at(TargetName name) {
    return new Subject(application, stage, Optional.of(name), revision, digest);
  }

  /** Returns this subject narrowed down to a commit. */
  public Subject at(Revision commit) {
    return new Subject(application, stage, target, Optional.of(commit), digest);
  }

  /** Returns this subject narrowed down to an artifact. */
  public Subject of(String artifactDigest) {
    return new Subject(application, stage, target, revision, Optional.of(artifactDigest));
  }

  /** Returns whether it is narrowed down to a target, a commit or an artifact. */
  public boolean isNarrow() {
    return target.isPresent() || revision.isPresent() || digest.isPresent();
  }

  /** Returns the words for people, such as {@code checkout, stage prod, commit 3f9c2a1b04}. */
  public String text() {
    return Stream.of(
            Optional.of(application.value()),
            stage.map(name -> "stage " + name),
            target.map(name -> "target " + name),
            revision.map(commit -> "commit " + commit.brief()),
            digest.map(value -> "artifact " + brief(value)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static String brief(String digest) {
    return digest.length() > 19 ? digest.substring(0, 19) : digest;
  }
}
