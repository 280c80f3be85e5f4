package dev.gatehouse.app.demo;

/** A volume change is held, approved by two people, and goes. */
final class VolumeChapter implements Chapter {
  private static final String FILE = "apps/payments/dev/manifests/statefulset.yaml";

  @Override
  public String title() {
    return "A StatefulSet's volumes change: held, approved by two people, and gone";
  }

  @Override
  public String tell(Story story) {
    story.say(
        """
        Payments needs more room. Dana changes the volume claims and merges that into dev's folder;
        Gatehouse copies the folder from stage to stage.
        """);
    Clone clone = new Clone(story);
    clone.pull("dana");
    clone.edit(FILE, "storage: 20Gi", "storage: 50Gi");
    String commit = clone.merge("dana", "Payments: bigger volumes", "--unified=0");
    String plan = propose(story, commit).plan();
    story.say(
        """
        One changed line, yet another class of change: volume claims cannot be edited in place, so data
        has to move, and there is no quick way back. The control model asks for a proof that a restore
        works and for two people. The proof comes from the pipeline that rehearsed it:
        """);
    story.gatehouse(3, "attest", "payments/staging", "restore.test=true", "--as", "ci");
    approve(story, plan);
    story.say("The last approval opened the gates. `run` does what is due:");
    story.gatehouse(0, "run");
    story.gatehouse(0, "status", "payments/staging");
    return "a volume change was held until two people, neither its author, had signed the plan";
  }

  private static Output propose(Story story, String commit) {
    story.say("CI proposes it for staging:");
    return story.gatehouse(
        3,
        "promote",
        "payments",
        "--to",
        "staging",
        "--revision",
        commit,
        "--author",
        "dana@acme.example",
        "--title",
        "Payments: bigger volumes");
  }

  private static void approve(Story story, String plan) {
    story.say("Dana wrote the change, so her own approval does not count:");
    story.gatehouse(4, "approve", "payments/staging", "--plan", plan, "--as", "dana");
    story.say(
        "Omar owns the data, Pia the platform. They sign the hash of the plan they have read:");
    story.gatehouse(
        3,
        "approve",
        "payments/staging",
        "--plan",
        plan,
        "--as",
        "omar",
        "--comment",
        "Restored on Friday.");
    story.gatehouse(0, "approve", "payments/staging", "--plan", plan, "--as", "pia");
  }
}
