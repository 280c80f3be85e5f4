package dev.gatehouse.app.command;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Author;
import dev.gatehouse.change.Change;
import dev.gatehouse.stage.StageName;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a change and its stage are typed. */
final class ChangeOptions {
  @Parameters(index = "0", paramLabel = "<application>", description = "The application.")
  String application = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "<stage>",
      description = "The stage it is promoted to.")
  String stage = "";

  @Mixin ContentOptions content = new ContentOptions();

  @Option(
      names = "--author",
      paramLabel = "<who>",
      description = "Login or e-mail address of an author. Repeatable.")
  List<String> authors = List.of();

  @Option(names = "--title", paramLabel = "<text>", description = "One line for people.")
  String title = "";

  ChangeOptions() {}

  Change change() {
    return new Change(
        new ApplicationName(application),
        content.artifacts(),
        content.revision(),
        authors.stream().map(Author::new).toList(),
        title);
  }

  StageName stageName() {
    return new StageName(stage);
  }
}
