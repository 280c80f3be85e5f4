package dev.gatehouse.git.oracle;

import dev.gatehouse.git.remote.Access;
import dev.gatehouse.git.remote.Mirror;
import dev.gatehouse.git.remote.Remote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The real GitOps repository, where it is at hand. */
final class KonfluxData {
  private static final String BOT = "konflux-kargo-bot[bot]";
  private static final Pattern SUBJECT =
      Pattern.compile("chore\\(ring-(\\d)[^)]*\\): promote ([a-z-]+).*");

  private KonfluxData() {}

  /** One promotion that the bot made. */
  record Oracle(RevCommit commit, String component, int ring) {
    String name() {
      return commit.name().substring(0, 10) + " " + commit.getShortMessage();
    }

    LocalDate day() {
      return LocalDate.ofInstant(commit.getAuthorIdent().getWhenAsInstant(), ZoneOffset.UTC);
    }

    String pullRequest() {
      return commit.getShortMessage().replaceAll(".*\\((#\\d+)\\)$", "$1");
    }
  }

  /** The bundle, or empty after a loud line. */
  static Optional<Path> bundle() {
    String set = System.getProperty("gatehouse.data", System.getenv("GATEHOUSE_DATA"));
    List<Path> folders = new ArrayList<>();
    if (set != null) {
      folders.add(Path.of(set));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      folders.add(at.resolve("../shared/data").normalize());
    }
    Optional<Path> found =
        folders.stream()
            .map(f -> f.resolve("konflux-gitops.bundle"))
            .filter(Files::isRegularFile)
            .findFirst();
    if (found.isEmpty()) {
      System.out.println(
          "SKIPPED: konflux-gitops.bundle is not beside the project; set GATEHOUSE_DATA to its folder");
    }
    return found;
  }

  static Repository open(Path bundle, Path folder) throws IOException {
    Mirror mirror = new Mirror(folder, Remote.of(bundle.toString(), new Access.Anonymous()));
    Repository repository = mirror.open();
    mirror.fetch(repository, "main");
    return repository;
  }

  /** Every promotion of the bot, oldest first. */
  static List<Oracle> oracles(Repository repository) throws IOException {
    List<Oracle> oracles = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectId head = repository.resolve("refs/remotes/origin/main");
      walk.markStart(walk.parseCommit(head));
      for (RevCommit commit : walk) {
        if (commit.getAuthorIdent().getName().equals(BOT)) {
          Matcher matcher = SUBJECT.matcher(commit.getShortMessage());
          boolean known = matcher.matches();
          oracles.add(
              0,
              new Oracle(
                  commit,
                  known ? matcher.group(2) : "",
                  known ? Integer.parseInt(matcher.group(1)) : -1));
        }
      }
    }
    return oracles;
  }
}
