package dev.gatehouse.app.demo;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what Gatehouse does, on an example repository that it leaves behind. */
@Command(name = "demo", description = "Watch real changes go through, on an example repository.")
public final class DemoCommand implements Callable<Integer> {
  /** Where the script says which file it is. */
  private static final String LAUNCHER = "GATEHOUSE_LAUNCHER";

  private static final List<Chapter> CHAPTERS =
      List.of(
          new ImageChapter(),
          new VolumeChapter(),
          new DefinitionChapter(),
          new WaiverChapter(),
          new CrashChapter(),
          new AuditChapter());

  @Option(
      names = "--dir",
      paramLabel = "<folder>",
      description = "Where. Default: gatehouse-demo. An earlier demo there is replaced.")
  Path dir = Path.of("gatehouse-demo");

  @Option(
      names = "--chapters",
      paramLabel = "<n>",
      description = "Tell only the first of its six chapters. Default: all.")
  int chapters = CHAPTERS.size();

  @Option(names = "--no-color", description = "No colours, not even on a terminal.")
  boolean noColor;

  @Option(names = "--stacktrace", description = "Show where an internal error came from.")
  boolean stacktrace;

  private final Surroundings around;
  private final CommandRunner commands;

  /** Creates the command; its story runs other commands. */
  public DemoCommand(Surroundings around, CommandRunner commands) {
    this.around = around;
    this.commands = commands;
  }

  @Override
  public Integer call() {
    Instant start = around.clock().instant();
    DemoFolder folder = new DemoFolder(around.resolve(dir));
    folder.make();
    Story story = new Story(around, commands, folder, around.ink(noColor));
    story.say(
        """
        Gatehouse decides whether a change may go to the next stage, takes it there through Git, and
        remembers why. Everything below really happens, in the folder %s: a Git
        repository (deploy.git), the rules (gatehouse.yaml) and a ledger (.gatehouse). The commands are
        the ones that you would type there.
        """
            .formatted(dir));
    List<String> seen = new ArrayList<>();
    for (Chapter chapter : CHAPTERS.stream().limit(Math.max(0, chapters)).toList()) {
      story.heading((seen.size() + 1) + ". " + chapter.title());
      seen.add(chapter.tell(story));
    }
    end(story, seen, Duration.between(start, around.clock().instant()));
    return Exit.DONE.code();
  }

  private void end(Story story, List<String> seen, Duration took) {
    story.heading("What you have seen");
    story.say(
        IntStream.range(0, seen.size())
            .mapToObj(i -> (i + 1) + ". " + seen.get(i))
            .collect(Collectors.joining("\n")));
    story.say("It took " + took.toSeconds() + " s. The folder is yours now; try next:");
    story.say("cd " + Typed.quoted(dir.toString()) + "\n" + next(program(story.folder().path())));
  }

  /** Returns how to call the command from the folder. */
  private String program(Path folder) {
    String launcher = around.environment().getOrDefault(LAUNCHER, "");
    if (launcher.isEmpty()) {
      return "gatehouse";
    }
    Path file = around.resolve(Path.of(launcher));
    boolean beside = Objects.equals(file.getParent(), folder.getParent());
    return Typed.quoted(beside ? "../" + file.getFileName() : file.toString());
  }

  private static String next(String program) {
    Map<String, String> remarks = new LinkedHashMap<>();
    remarks.put(program + " status", "all promotions");
    remarks.put(
        program + " status checkout/production", "one of them, with its plan and its people");
    remarks.put(program + " control-models", "what each kind of risk asks for");
    remarks.put("git -C deploy.git log --stat", "what was written");
    remarks.put("$EDITOR gatehouse.yaml", "change a rule, then: " + program + " validate");
    int width = remarks.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
    return remarks.entrySet().stream()
        .map(e -> e.getKey() + " ".repeat(width - e.getKey().length()) + e.getValue())
        .collect(Collectors.joining("\n"));
  }
}
