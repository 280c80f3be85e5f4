package dev.gatehouse.app.demo;

/** A change that deletes a custom resource definition is refused. */
final class DefinitionChapter implements Chapter {
  private static final String FOLDER = "apps/payments/dev/manifests/";

  @Override
  public String title() {
    return "A custom resource definition would be deleted: refused";
  }

  @Override
  public String tell(Story story) {
    story.say(
        """
        Dana tidies up: the definition of PaymentExport looks unused. Deleting it would delete every
        PaymentExport in every namespace, and no revert brings them back.
        """);
    Clone clone = new Clone(story);
    clone.pull("dana");
    new Git(story.folder().cloned())
        .as("dana", java.util.List.of("rm", "--quiet", FOLDER + "export-crd.yaml"));
    clone.edit(FOLDER + "kustomization.yaml", "  - export-crd.yaml\n", "");
    String commit = clone.merge("dana", "Payments: remove an unused definition", "--stat");
    story.gatehouse(
        4,
        "promote",
        "payments",
        "--to",
        "staging",
        "--revision",
        commit,
        "--author",
        "dana@acme.example",
        "--title",
        "Payments: remove an unused definition");
    story.say(
        """
        No approval helps here: the change itself has to be mended, and the message says how.
        Pia closes the promotion, and Dana takes her change back.
        """);
    story.gatehouse(
        0, "reject", "payments/staging", "--as", "pia", "--reason", "14 teams use PaymentExport.");
    story.git("dana", "deploy", "revert", "--no-edit", "HEAD");
    story.git("dana", "deploy", "push", "--quiet");
    return "deleting a custom resource definition was refused, with the reason and the remedy";
  }
}
