package dev.gatehouse.app.command;

import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Revision;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a change brings: how its artifacts and its source commit are typed. */
final class ContentOptions {
  static final ReasonCode INVALID_REVISION = ReasonCode.of("invalid-revision");

  @Option(
      names = {"-a", "--artifact"},
      paramLabel = "<reference>",
      description = "An image or chart: name:tag, name@sha256:… or both. Repeatable.")
  List<String> artifacts = List.of();

  @Option(
      names = "--revision",
      paramLabel = "<commit>",
      description = "The full id of the source commit.")
  @Nullable String revision;

  ContentOptions() {}

  /** Returns whether nothing was typed. */
  boolean isEmpty() {
    return artifacts.isEmpty() && revision == null;
  }

  List<Artifact> artifacts() {
    return artifacts.stream().map(Artifact::parse).toList();
  }

  Optional<Revision> revision() {
    return Optional.ofNullable(revision).map(ContentOptions::revision);
  }

  private static Revision revision(String typed) {
    try {
      return new Revision(typed);
    } catch (IllegalArgumentException e) {
      throw new InvalidConfigurationException(
          new Reason(
              INVALID_REVISION,
              "'" + typed + "' is not the full id of a commit.",
              "--revision",
              "Give all 40 digits, such as --revision $(git rev-parse HEAD)."));
    }
  }
}
