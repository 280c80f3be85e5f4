package dev.gatehouse.app.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A new image goes through two stages automatically. */
final class ImageChapter implements Chapter {
  static final String IMAGE =
      "ghcr.io/acme/checkout@sha256:6f1c4b4f0d0c4bb1f6d3a58d5a7a3d0c1f2e9b8a7c6d5e4f3a2b1c0d9e8f7a6b";

  @Override
  public String title() {
    return "A new image goes through dev and staging automatically";
  }

  @Override
  public String tell(Story story) {
    story.say(
        """
        CI has built a new image of checkout. Its tests have passed and it is signed, and CI says so.
        A digest for a digest is the normal case: low risk, reverted by itself if it fails, nobody
        has to decide. What it would change can be seen first, without recording anything:
        """);
    story.gatehouse(0, promote("plan", "dev"));
    story.say("Now for real, first to dev, then to staging:");
    story.gatehouse(0, promote("promote", "dev", facts("--wait")));
    story.gatehouse(0, promote("promote", "staging", facts("--wait")));
    story.say(
        "Each target is one commit, with one changed line, and says which promotion it belongs to:");
    story.git("ana", "deploy.git", "show", "--unified=1", "main");
    return "a new image went through dev and staging without anybody's decision";
  }

  static String[] promote(String verb, String stage, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                verb,
                "checkout",
                "--to",
                stage,
                "--artifact",
                IMAGE,
                "--author",
                "ana@acme.example",
                "--title",
                "Baskets load faster"));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }

  static String[] facts(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("--evidence", "trust.tests=true", "--evidence", "trust.signed=true"));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }
}
