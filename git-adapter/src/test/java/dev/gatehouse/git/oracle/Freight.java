package dev.gatehouse.git.oracle;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.git.tree.TreePath;
import dev.gatehouse.git.tree.TreeRefusedException;
import dev.gatehouse.git.tree.TreeView;
import dev.gatehouse.stage.Update;
import dev.gatehouse.stage.ValueFrom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads what a bot's commit promoted out of that commit: its tags, refs, versions and source. */
final class Freight {
  private static final int OLDEST = 600;
  private final ObjectReader reader;
  private final RevCommit commit;
  private final TreeView after;

  Freight(ObjectReader reader, RevCommit commit) {
    this.reader = reader;
    this.commit = commit;
    this.after = TreeView.of(reader, commit.getTree());
  }

  Change change(String component, List<Update> updates) throws IOException, TreeRefusedException {
    List<Artifact> artifacts = new ArrayList<>();
    Optional<Revision> source = Optional.empty();
    for (Update update : updates) {
      if (update instanceof Update.DirectorySnapshot snapshot) {
        source = sourceOf(snapshot);
      } else {
        artifact(update).ifPresent(artifacts::add);
      }
    }
    return new Change(new ApplicationName(component), artifacts, source, List.of(), "oracle");
  }

  private Optional<Artifact> artifact(Update update) throws IOException, TreeRefusedException {
    Optional<String> text =
        after.find(TreePath.parse(update.file())).isPresent()
            ? Optional.of(after.text(TreePath.parse(update.file())))
            : Optional.empty();
    if (update instanceof Update.KustomizeRef ref) {
      String pattern = Pattern.quote(ref.resource()) + "\\?ref=(\\S+)";
      return text.flatMap(t -> artifact(ref.value(), pattern, t));
    }
    if (update instanceof Update.KustomizeImage image) {
      String pattern =
          "- name: "
              + Pattern.quote(image.image())
              + "\\n(?:\\s+newName: .*\\n)?\\s+newTag: (\\S+)";
      return text.flatMap(t -> artifact(image.value(), pattern, t));
    }
    if (update instanceof Update.HelmChart chart) {
      return text.flatMap(t -> artifact(chart.value(), "(?m)^version: (\\S+)$", t));
    }
    throw new AssertionError("no freight is known for " + update);
  }

  private static Optional<Artifact> artifact(ValueFrom value, String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.find()
        ? Optional.of(
            new Artifact(
                value.artifact().orElseThrow(), Optional.of(matcher.group(1)), Optional.empty()))
        : Optional.empty();
  }

  /**
   * The newest commit before the bot's whose folder is what the bot copied, or the one before it
   * when the bot's copy is like none; empty when the bot copied nothing.
   */
  private Optional<Revision> sourceOf(Update.DirectorySnapshot snapshot)
      throws IOException, TreeRefusedException {
    Optional<ObjectId> copied = after.find(TreePath.parse(snapshot.file())).map(i -> i.id());
    try (RevWalk walk = new RevWalk(reader)) {
      walk.markStart(walk.parseCommit(commit.getParent(0)));
      int seen = 0;
      for (RevCommit at : walk) {
        TreeView view = TreeView.of(reader, at.getTree());
        Optional<ObjectId> folder = view.find(TreePath.parse(snapshot.from())).map(i -> i.id());
        if (copied.isPresent() && folder.equals(copied)) {
          return Optional.of(new Revision(at.name()));
        }
        if (++seen > OLDEST) {
          break;
        }
      }
    }
    return copied.map(c -> new Revision(commit.getParent(0).name()));
  }
}
