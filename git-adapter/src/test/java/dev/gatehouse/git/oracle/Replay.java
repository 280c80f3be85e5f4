package dev.gatehouse.git.oracle;

import dev.gatehouse.change.Change;
import dev.gatehouse.git.GitDesiredStateWriter;
import dev.gatehouse.git.GitSettings;
import dev.gatehouse.git.oracle.KonfluxData.Oracle;
import dev.gatehouse.git.publish.Coordination;
import dev.gatehouse.git.remote.Access;
import dev.gatehouse.git.remote.Mirror;
import dev.gatehouse.git.remote.Remote;
import dev.gatehouse.git.tree.TreeRefusedException;
import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.spi.WriteRequest;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.testkit.InMemoryLeases;
import dev.gatehouse.testkit.InMemoryWriteIntents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Sets a remote's branch to where a bot found it, lets our writer promote there, and looks at what
 * was pushed.
 */
final class Replay {
  private static final String BRANCH = "replayed";
  private final Repository remote;
  private final PathFiles paths;
  private final GitDesiredStateWriter writer;

  Replay(Repository remote, PathFiles paths, Path caches) throws IOException {
    this.remote = remote;
    keepAllOf(caches);
    this.paths = paths;
    InMemoryLeases leases = new InMemoryLeases();
    this.writer =
        new GitDesiredStateWriter(
            GitSettings.anonymous(caches),
            new Coordination(
                new InMemoryWriteIntents(leases),
                leases,
                "oracle",
                Instant::now,
                Steps.NONE,
                attempt -> {}));
  }

  /**
   * Lets the writer's cache hold the whole history, so that going back and forth fetches nothing.
   */
  private void keepAllOf(Path caches) throws IOException {
    set("refs/heads/main", remote.resolve("refs/remotes/origin/main"));
    String url = remote.getDirectory().toString();
    Mirror mirror = Mirror.below(caches, Remote.of(url, new Access.Anonymous()));
    try (Repository cache = mirror.open()) {
      mirror.fetch(cache, "main");
    }
  }

  /** What came of one promotion. */
  record Attempt(boolean expressed, boolean matched, String why) {
    static Attempt notExpressed(String why) {
      return new Attempt(false, false, why);
    }
  }

  Attempt of(Oracle oracle) throws IOException, TreeRefusedException {
    Optional<Target> known = paths.target(oracle);
    if (known.isEmpty()) {
      return Attempt.notExpressed("no path file of its day has this component and ring");
    }
    Target target = inTheRemote(known.get());
    ObjectId parent = oracle.commit().getParent(0);
    set("refs/heads/" + BRANCH, parent);
    Change change = change(oracle, target);
    EditPreview preview = writer.preview(change, target);
    if (preview instanceof EditPreview.Refused refused) {
      return Attempt.notExpressed(refused.reason().line());
    }
    WriteOutcome outcome =
        writer.write(request(oracle, target, change, (EditPreview.Computed) preview));
    if (!(outcome instanceof WriteOutcome.Written)) {
      return new Attempt(true, false, "not written: " + outcome);
    }
    return compared(oracle, parent);
  }

  private Attempt compared(Oracle oracle, ObjectId parent) throws IOException {
    try (RevWalk walk = new RevWalk(remote)) {
      var pushed = walk.parseCommit(remote.exactRef("refs/heads/" + BRANCH).getObjectId());
      boolean oneCommit = pushed.getParentCount() == 1 && pushed.getParent(0).equals(parent);
      boolean matched = oneCommit && pushed.getTree().equals(oracle.commit().getTree());
      return new Attempt(true, matched, "another tree: " + pushed.getTree().name());
    }
  }

  private Change change(Oracle oracle, Target target) throws IOException, TreeRefusedException {
    try (ObjectReader reader = remote.newObjectReader()) {
      return new Freight(reader, oracle.commit()).change(oracle.component(), target.updates());
    }
  }

  private Target inTheRemote(Target target) {
    String url = remote.getDirectory().toString();
    return new Target(
        target.name(),
        target.shard(),
        new dev.gatehouse.stage.Repository(target.repository().name(), url, BRANCH),
        target.folder(),
        target.updates(),
        target.order(),
        target.tenants(),
        target.controlPlane());
  }

  private void set(String ref, ObjectId commit) throws IOException {
    RefUpdate update = remote.updateRef(ref);
    update.setNewObjectId(commit);
    update.forceUpdate();
  }

  private static WriteRequest request(
      Oracle oracle, Target target, Change change, EditPreview.Computed preview) {
    return new WriteRequest(
        new PromotionId("oracle-" + oracle.commit().name()),
        new StageName("ring-" + oracle.ring()),
        new PlanHash("ab".repeat(32)),
        change,
        target,
        preview.digest(),
        oracle.commit().getAuthorIdent().getWhenAsInstant());
  }
}
