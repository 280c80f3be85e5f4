package dev.gatehouse.app.demo;

import java.util.List;

/** A process is killed in the middle of a wave, and another one continues. */
final class CrashChapter implements Chapter {
  @Override
  public String title() {
    return "The process is killed in the middle of a wave, and nothing is written twice";
  }

  @Override
  public String tell(Story story) {
    story.say(
        """
        `run` starts now in a process of its own. It is killed (SIGKILL) in the second wave, at the worst
        moment: a commit has just been pushed, and nothing has been written down about it yet.
        """);
    story.show("gatehouse", List.of("run"), "killed when the second push has gone out");
    Crash.at(story, "PUSHED#2").lines().forEach(story::quote);
    story.say("The ledger knows less than Git does:");
    Output now = story.gatehouse(5, "status", "checkout/production");
    String id = now.promotion();
    log(story, id);
    story.say(
        "The next `run` reads the history, finds its own commit by its trailer, and continues:");
    story.gatehouse(0, "run");
    log(story, id);
    long commits = commits(story, id);
    if (commits != 3) {
      throw new IllegalStateException("three targets, but " + commits + " commits");
    }
    story.say("Three targets, three commits: nothing is missing and nothing is there twice.");
    return "a process killed in mid-wave was resumed; three targets have three commits";
  }

  private static void log(Story story, String id) {
    story.git(
        "ana",
        "deploy.git",
        "log",
        "--format=%h %s%n        %(trailers:key=Gatehouse-Target)",
        "--grep",
        "Gatehouse-Promotion: " + id);
  }

  private static long commits(Story story, String id) {
    return new Git(story.folder().path().resolve("deploy.git"))
        .as("ana", List.of("log", "--oneline", "--grep", "Gatehouse-Promotion: " + id))
        .text()
        .lines()
        .count();
  }
}
