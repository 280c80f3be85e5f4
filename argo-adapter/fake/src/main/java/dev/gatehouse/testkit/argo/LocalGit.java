package dev.gatehouse.testkit.argo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The commits of a Git repository on this machine, bare or with a working copy, as they are now.
 */
record LocalGit(Path folder) implements CommitLog {
  @Override
  public boolean knows(String sha) {
    return object(sha + "^{commit}").isPresent();
  }

  @Override
  public Optional<String> resolve(String revision) {
    return object((revision.isEmpty() ? "HEAD" : revision) + "^{commit}");
  }

  @Override
  public String content(String path, String sha) {
    return object(sha + (path.isEmpty() || path.equals(".") ? "^{tree}" : ":" + path))
        .orElse("nothing");
  }

  /** Asks git itself, so that a push from anywhere is seen at once. */
  private Optional<String> object(String name) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of("rev-parse", "--verify", "--quiet", "--end-of-options", name));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeIf(variable -> variable.startsWith("GIT_"));
    try {
      Process git = builder.start();
      git.getOutputStream().close();
      String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? Optional.of(text.strip()) : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException("git cannot be run", broken);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while git ran", ended);
    }
  }
}
