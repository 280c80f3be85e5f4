package dev.gatehouse.argo.config;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.config.controlplane.TargetContext;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.shape.Located;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the Argo CD application of one target. */
record ArgoApplications(TargetContext context) {
  private static final String PROJECT = "default";

  /** What Kubernetes takes for a name. */
  private enum Form {
    SUBDOMAIN("[a-z0-9]([a-z0-9.-]*[a-z0-9])?", 253, "lower case letters, digits, '-' and '.'"),
    LABEL("[a-z0-9]([a-z0-9-]*[a-z0-9])?", 63, "lower case letters, digits and '-'");

    private final Pattern pattern;
    private final int longest;
    private final String letters;

    Form(String pattern, int longest, String letters) {
      this.pattern = Pattern.compile(pattern);
      this.longest = longest;
      this.letters = letters;
    }

    boolean fits(String name) {
      return name.length() <= longest
          && pattern.matcher(name).matches()
          && !name.contains("..")
          && !name.contains(".-")
          && !name.contains("-.");
    }

    String allowed() {
      return "Use at most "
          + longest
          + " "
          + letters
          + ", with a letter or a digit at both ends; a placeholder counts as what it is replaced"
          + " by.";
    }
  }

  ArgoApplication assemble(ArgoApplicationEntry entry) {
    if (!context.hasServer()) {
      context
          .problems()
          .add(
              entry.place(),
              ProblemCodes.WRONG_COMBINATION,
              "The shard '" + context.shard() + "' has no Argo CD.",
              "Add `argo` with `url` and `tokenFrom` to the shard, or say `argo` only where the shards"
                  + " of the targets have one.");
    }
    ArgoApplication.Sync sync = entry.sync().orElse(ArgoApplication.Sync.AUTOMATIC);
    ArgoApplication usual =
        ArgoApplication.of(
            name(entry.application(), Form.SUBDOMAIN),
            entry.project().map(project -> name(project, Form.SUBDOMAIN)).orElse(PROJECT),
            sync);
    Optional<String> namespace = entry.namespace().map(text -> name(text, Form.LABEL));
    return new ArgoApplication(
        usual.name(),
        usual.project(),
        namespace,
        sync,
        entry.newer().orElse(usual.newer()),
        entry.toleratesDrift().orElse(usual.toleratesDrift()),
        entry.toleratesSuspended().orElse(usual.toleratesSuspended()),
        entry.settle().orElse(usual.settle()));
  }

  /**
   * Returns the name with its placeholders filled; a bad one is told once, however many fill it.
   */
  private String name(Located<String> written, Form form) {
    String filled = context.fill(written);
    if (!form.fits(filled) && !context.problems().within(written.place().path())) {
      context
          .problems()
          .add(
              written.place(),
              ProblemCodes.WRONG_VALUE,
              "'" + filled + "' cannot be a name in Kubernetes.",
              form.allowed());
    }
    return filled;
  }
}
