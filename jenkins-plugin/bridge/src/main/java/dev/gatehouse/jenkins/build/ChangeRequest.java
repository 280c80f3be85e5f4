package dev.gatehouse.jenkins.build;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Author;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.SafeText;
import dev.gatehouse.stage.StageName;
import java.util.List;
import java.util.Optional;

/**
 * What a Jenkinsfile asks to be promoted; it says what, never who, and certifies nothing.
 *
 * @param application the application in {@code gatehouse.yaml}
 * @param stage the stage to promote to
 * @param images the artifacts, each {@code name:tag}, {@code name@sha256:…} or both
 * @param title one line for people, or blank for the name of the build
 */
public record ChangeRequest(String application, String stage, List<String> images, String title) {
  /** The refusal of a step that lists more artifacts than a change may have. */
  public static final ReasonCode TOO_MANY_IMAGES = ReasonCode.of("jenkins-too-many-images");

  private static final int MOST_IMAGES = 200;

  /** Copies the list. */
  public ChangeRequest {
    images = List.copyOf(images);
  }

  /**
   * Returns the change as this build makes it.
   *
   * @param promoted the commit that the stage holds, or empty when it is not known
   * @throws InvalidConfigurationException if a name or an artifact is misspelt
   */
  public Change change(BuildRecord build, Optional<Revision> promoted) {
    if (images.size() > MOST_IMAGES) {
      throw new InvalidConfigurationException(
          new Reason(
              TOO_MANY_IMAGES,
              "The step lists " + images.size() + " images; at most " + MOST_IMAGES + " can be.",
              build.name() + ", step promote, images",
              "Promote applications with fewer images each."));
    }
    return new Change(
        new ApplicationName(application.strip()),
        images.stream().map(String::strip).distinct().map(Artifact::parse).toList(),
        build.revision(),
        build.authorsSince(promoted).stream().map(Author::new).toList(),
        title.isBlank() ? build.name() : SafeText.line(title.strip()));
  }

  /**
   * Returns the stage.
   *
   * @throws InvalidConfigurationException if it is misspelt
   */
  public StageName stageName() {
    return new StageName(stage.strip());
  }
}
