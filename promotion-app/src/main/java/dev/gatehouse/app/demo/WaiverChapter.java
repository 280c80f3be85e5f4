package dev.gatehouse.app.demo;

/** A gate is lifted, with an owner, a reason and an end. */
final class WaiverChapter implements Chapter {
  @Override
  public String title() {
    return "A gate is lifted: only with an owner, a reason and an end";
  }

  @Override
  public String tell(Story story) {
    story.say(
        """
        Back to checkout, which is wanted in production at once. Production is three clusters on both
        shards, so the very same change counts for more there, and it has to have run in staging for
        half an hour.
        """);
    Output held =
        story.gatehouse(3, ImageChapter.promote("promote", "production", ImageChapter.facts()));
    story.say(
        "Pia approves the plan. The half hour is another matter: she may waive it, but not just so:");
    story.gatehouse(3, "approve", "checkout/production", "--plan", held.plan(), "--as", "pia");
    story.gatehouse(
        4,
        "waive",
        "checkout/production",
        "soak-time",
        "--owner",
        "ana",
        "--expires",
        "4h",
        "--as",
        "pia");
    story.gatehouse(
        0,
        "waive",
        "checkout/production",
        "soak-time",
        "--owner",
        "ana",
        "--reason",
        "Baskets time out for every tenth customer; the fix cannot wait.",
        "--expires",
        "4h",
        "--as",
        "pia");
    return "a soak time was waived, and the waiver has an owner, a reason and an end";
  }
}
