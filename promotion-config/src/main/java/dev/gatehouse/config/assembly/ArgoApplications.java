package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.ArgoApplicationEntry;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.stage.ArgoApplication;
import dev.gatehouse.stage.ShardName;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes the Argo CD application of one target.
 *
 * @param words fills the placeholders
 * @param shards the shards that have an Argo CD
 * @param problems takes the mistakes
 */
record ArgoApplications(Placeholders words, Set<String> shards, Problems problems) {
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

  ArgoApplication assemble(ArgoApplicationEntry entry, ShardName shard) {
    if (!shards.contains(shard.value())) {
      problems.add(
          entry.place(),
          ProblemCodes.WRONG_COMBINATION,
          "The shard '" + shard + "' has no Argo CD.",
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
    String filled = words.fill(written);
    if (!form.fits(filled) && !problems.within(written.place().path())) {
      problems.add(
          written.place(),
          ProblemCodes.WRONG_VALUE,
          "'" + filled + "' cannot be a name in Kubernetes.",
          form.allowed());
    }
    return filled;
  }
}
