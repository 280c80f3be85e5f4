package dev.gatehouse.benchmarks;

import java.nio.file.Path;

/** What pipelines usually do: a clone for each promotion. */
final class ColdShell implements Way {
  private final Monorepo repository;
  private final Path folder;

  ColdShell(Monorepo repository, Path folder) {
    this.repository = repository;
    this.folder = folder;
  }

  @Override
  public String name() {
    return "shell, clone each";
  }

  @Override
  public void promote(int first, int count, String tag) throws Exception {
    for (int app = first; app < first + count; app++) {
      Shell.script(
          folder,
          "git clone -q file://"
              + repository.bare()
              + " cold\ncd cold\n"
              + WarmShell.edit(app, tag)
              + "\ncd ..\nrm -rf cold");
    }
  }
}
