package dev.gatehouse.git;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.git.manifest.ManifestReader;
import dev.gatehouse.git.publish.BranchCommitter;
import dev.gatehouse.git.publish.Coordination;
import dev.gatehouse.git.publish.EditForecast;
import dev.gatehouse.git.publish.History;
import dev.gatehouse.git.publish.IntentCheck;
import dev.gatehouse.git.publish.Undoing;
import dev.gatehouse.git.publish.Work;
import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.git.remote.Push;
import dev.gatehouse.git.remote.TransportPush;
import dev.gatehouse.git.remote.Unpushed;
import dev.gatehouse.git.update.EditedTree;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.DesiredStateWriter;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.spi.Undo;
import dev.gatehouse.spi.WriteIntent;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.spi.WriteRequest;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.Target;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * Writes desired state into Git: bare, by the touched trees only, one commit per promotion and
 * target.
 *
 * <p>Guarantees: see {@link DesiredStateWriter} and {@link BranchCommitter}; a preview leaves no
 * trace. Thread-safe.
 */
public final class GitDesiredStateWriter implements DesiredStateWriter {
  private final GitSettings settings;
  private final Mirrors mirrors;
  private final Coordination coordination;
  private final Push push;
  private final ManifestReader manifests = new ManifestReader();
  private final Map<Repository, BranchCommitter> committers = new ConcurrentHashMap<>();

  /** A writer that pushes with the standard transports. */
  public GitDesiredStateWriter(GitSettings settings, Coordination coordination) {
    this(settings, coordination, new TransportPush());
  }

  /** A writer with a push of its own. */
  public GitDesiredStateWriter(GitSettings settings, Coordination coordination, Push push) {
    this.settings = settings;
    this.mirrors = new Mirrors(settings);
    this.coordination = coordination;
    this.push = push;
  }

  @Override
  public List<EditPreview> previews(Change change, List<Target> targets) {
    Map<Target, EditPreview> seen = new HashMap<>();
    targets.stream()
        .collect(groupingBy(Target::repository, LinkedHashMap::new, toList()))
        .forEach((branch, there) -> seen.putAll(previews(change, branch, there)));
    return targets.stream().map(seen::get).toList();
  }

  private Map<Target, EditPreview> previews(Change change, Repository branch, List<Target> there) {
    Map<Target, EditPreview> seen = new HashMap<>();
    try {
      mirrors.atTip(
          branch,
          (mirror, history) -> {
            for (Target target : there) {
              seen.put(target, preview(change, target, history));
            }
            return seen;
          });
    } catch (RefusedException e) {
      there.forEach(target -> seen.put(target, new EditPreview.Refused(e.reason())));
    }
    return seen;
  }

  @Override
  public List<EditPreview> undoPreviews(List<Undo> undos) {
    Map<Target, EditPreview> seen = new HashMap<>();
    undos.stream()
        .collect(groupingBy(u -> u.target().repository(), LinkedHashMap::new, toList()))
        .forEach((branch, there) -> undoPreviews(branch, there, seen));
    return undos.stream().map(undo -> seen.get(undo.target())).toList();
  }

  private void undoPreviews(Repository branch, List<Undo> there, Map<Target, EditPreview> seen) {
    try {
      mirrors.atTip(
          branch,
          (mirror, history) -> {
            for (Undo undo : there) {
              seen.put(undo.target(), undoPreview(undo, history));
            }
            return seen;
          });
    } catch (RefusedException e) {
      there.forEach(undo -> seen.put(undo.target(), new EditPreview.Refused(e.reason())));
    }
  }

  private EditPreview undoPreview(Undo undo, History history) throws IOException {
    ObjectId root = history.tree(history.tip());
    Revision base = new Revision(history.tip().name());
    try (ObjectInserter inserter = new Unpushed(history.repository())) {
      EditedTree edited =
          new Undoing(history, inserter, undo.target().repository())
              .undo(root, undo.commits())
              .edited();
      return EditForecast.of(edited, undo.target(), base, root, inserter, manifests).computed();
    } catch (RefusedException e) {
      return new EditPreview.Refused(e.reason());
    }
  }

  @Override
  public WriteOutcome write(WriteRequest request) {
    return committer(request.target().repository()).publish(new Work(request, Optional.empty()));
  }

  @Override
  public WriteOutcome revert(WriteRequest request, Revision written) {
    return committer(request.target().repository())
        .publish(new Work(request, Optional.of(written)));
  }

  @Override
  public Optional<Revision> find(PromotionId promotion, Target target) {
    List<WriteIntent> intents =
        coordination.intents().of(promotion, target.name()).stream()
            .filter(i -> i.act() == WriteIntent.Act.WRITE)
            .toList();
    try {
      return mirrors.atTip(
          target.repository(), (mirror, history) -> new IntentCheck(history).find(intents));
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }

  private EditPreview preview(Change change, Target target, History history) throws IOException {
    ObjectId root = history.tree(history.tip());
    Revision base = new Revision(history.tip().name());
    try (ObjectInserter inserter = new Unpushed(history.repository())) {
      return EditForecast.of(change, target, base, root, inserter, manifests).computed();
    } catch (RefusedException e) {
      return new EditPreview.Refused(e.reason());
    }
  }

  private BranchCommitter committer(Repository repository) {
    return committers.computeIfAbsent(
        repository,
        r ->
            new BranchCommitter(
                r,
                () -> mirrors.of(r),
                push,
                coordination,
                settings.publish().apply(r),
                manifests));
  }
}
