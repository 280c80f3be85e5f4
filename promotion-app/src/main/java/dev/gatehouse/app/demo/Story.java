package dev.gatehouse.app.demo;

import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the story: headings and sentences of ours, commands as a person would type them, and what
 * those commands really print. Not thread-safe.
 */
final class Story {
  private final Surroundings around;
  private final CommandRunner commands;
  private final DemoFolder folder;
  private final Ink ink;

  Story(Surroundings around, CommandRunner commands, DemoFolder folder, Ink ink) {
    this.around = around;
    this.commands = commands;
    this.folder = folder;
    this.ink = ink;
  }

  DemoFolder folder() {
    return folder;
  }

  Surroundings around() {
    return around;
  }

  void heading(String text) {
    line("");
    line(ink.bold(text));
    line(ink.bold("-".repeat(text.length())));
  }

  void say(String text) {
    line("");
    text.strip().lines().forEach(this::line);
  }

  /** Runs a command of Gatehouse in the folder and shows both; it must end with this code. */
  Output gatehouse(int expected, String... arguments) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    show("gatehouse", List.of(arguments), "");
    int code = commands.run(List.of(arguments), around.within(folder.path()).writingTo(out, out));
    out.flush();
    Output output = new Output(code, text.toString());
    show(output);
    line(ink.dim("  (exit code " + code + ")"));
    return output.expect(expected);
  }

  /** Runs git as this person in the folder and shows both. */
  Output git(String person, String repository, String... arguments) {
    List<String> all = new ArrayList<>(List.of("-C", repository));
    all.addAll(List.of(arguments));
    show("git", all, "");
    Output output = new Git(folder.path()).as(person, all);
    show(output);
    return output;
  }

  /** Shows a command that someone else runs. */
  void show(String program, List<String> arguments, String remark) {
    line("");
    List<String> typed = Typed.lines(program, arguments);
    for (int i = 0; i < typed.size(); i++) {
      String last = i == typed.size() - 1 && !remark.isEmpty() ? "   # " + remark : "";
      line(ink.bold(typed.get(i)) + ink.dim(last));
    }
  }

  /** Shows a line that a command printed. */
  void quote(String printed) {
    line("  " + printed);
  }

  private void show(Output output) {
    output
        .text()
        .stripTrailing()
        .lines()
        .forEach(shown -> line(shown.isBlank() ? "" : "  " + shown));
  }

  private void line(String text) {
    around.out().println(text);
    around.out().flush();
  }
}
