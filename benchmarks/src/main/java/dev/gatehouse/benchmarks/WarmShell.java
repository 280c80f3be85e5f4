package dev.gatehouse.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** The best a script does: a clone that is kept, then sed, commit and push for each promotion. */
final class WarmShell implements Way {
  private final Path clone;

  WarmShell(Monorepo repository, Path folder) throws IOException, InterruptedException {
    this.clone = folder.resolve("warm");
    Shell.run(folder, "git", "clone", "-q", "file://" + repository.bare(), clone.toString());
  }

  @Override
  public String name() {
    return "shell, clone kept";
  }

  @Override
  public void promote(int first, int count, String tag) throws Exception {
    for (int app = first; app < first + count; app++) {
      Shell.script(clone, "git pull -q --ff-only\n" + edit(app, tag));
    }
  }

  static String edit(int app, String tag) {
    return "sed -i 's/newTag: [^ ]*/newTag: "
        + tag
        + "/' "
        + Monorepo.kustomization(app)
        + "\ngit -c user.name=b -c user.email=b@example.invalid commit -qam 'promote "
        + app
        + " to "
        + tag
        + "'\ngit push -q origin HEAD:main";
  }
}
