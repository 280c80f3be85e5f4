package dev.gatehouse.app.command;

import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Author;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.StageName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a change and its stage are typed. */
final class ChangeOptions {
  static final ReasonCode INVALID_REVISION = ReasonCode.of("invalid-revision");

  @Parameters(index = "0", paramLabel = "<application>", description = "The application.")
  String application = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "<stage>",
      description = "The stage it is promoted to.")
  String stage = "";

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

  @Option(
      names = "--author",
      paramLabel = "<who>",
      description = "Login or e-mail address of somebody who wrote it. Repeatable.")
  List<String> authors = List.of();

  @Option(names = "--title", paramLabel = "<text>", description = "One line for people.")
  String title = "";

  ChangeOptions() {}

  Change change() {
    return new Change(
        application,
        artifacts.stream().map(Artifact::parse).toList(),
        Optional.ofNullable(revision).map(ChangeOptions::revision),
        authors.stream().map(Author::new).toList(),
        title);
  }

  StageName stageName() {
    return new StageName(stage);
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
