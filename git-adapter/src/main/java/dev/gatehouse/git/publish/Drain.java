package dev.gatehouse.git.publish;

import dev.gatehouse.git.manifest.ManifestReader;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.remote.CopyUnusableException;
import dev.gatehouse.git.remote.Mirror;
import dev.gatehouse.git.remote.Push;
import dev.gatehouse.git.remote.PushOutcome;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.StaleStateException;
import dev.gatehouse.spi.Lease;
import dev.gatehouse.spi.Step;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.stage.Repository;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * Brings a batch of works to a branch: lease, edit on the tip, intents, push, and again when others
 * were faster.
 */
final class Drain {
  private static final int MOST_REFUSALS = 3;
  private final Repository branch;
  private final Supplier<Mirror> mirrors;
  private final Push push;
  private final Coordination with;
  private final PublishSettings settings;
  private final ManifestReader manifests;

  Drain(
      Repository branch,
      Supplier<Mirror> mirrors,
      Push push,
      Coordination with,
      PublishSettings settings,
      ManifestReader manifests) {
    this.branch = branch;
    this.mirrors = mirrors;
    this.push = push;
    this.with = with;
    this.settings = settings;
    this.manifests = manifests;
  }

  /** The answers to all works; throws when the remote does not answer or the tries are used up. */
  Map<Work, WriteOutcome> publish(List<Work> works) throws IOException {
    String lastFailure = "another process is writing to the branch";
    Optional<Lease> held = Optional.empty();
    int losses = 0;
    int refusals = 0;
    try {
      for (int attempt = 1; attempt <= settings.tries(); attempt++) {
        if (attempt > 1) {
          with.pause().before(attempt);
        }
        Optional<Lease> lease =
            with.leases()
                .acquire(resource(), with.holder(), with.clock().instant(), settings.lease(losses));
        if (lease.isEmpty()) {
          continue;
        }
        held = lease;
        with.steps().reached(Step.LEASE_TAKEN);
        Round round = round(works, lease.get());
        if (round.answers().isPresent()) {
          return round.answers().get();
        }
        lastFailure = round.failure();
        losses += round.lostLease() ? 1 : 0;
        if (round.refused().isPresent() && ++refusals == MOST_REFUSALS) {
          return held(round.refused().get(), refusal(lastFailure, false));
        }
      }
    } finally {
      held.ifPresent(with.leases()::release);
    }
    throw new PlatformException(busy(lastFailure));
  }

  private record Round(
      Optional<Map<Work, WriteOutcome>> answers,
      String failure,
      boolean lostLease,
      Optional<Built> refused) {
    static Round of(Map<Work, WriteOutcome> answers) {
      return new Round(Optional.of(answers), "", false, Optional.empty());
    }

    static Round failed(String why) {
      return new Round(Optional.empty(), why, false, Optional.empty());
    }

    static Round lost() {
      String why = "the committer's lease was lost to another process";
      return new Round(Optional.empty(), why, true, Optional.empty());
    }

    static Round refused(Built built, String said) {
      return new Round(Optional.empty(), said, false, Optional.of(built));
    }
  }

  private Round round(List<Work> works, Lease lease) throws IOException {
    Mirror mirror = mirrors.get();
    try (org.eclipse.jgit.lib.Repository local = mirror.open();
        ObjectInserter inserter = mirror.newInserter(local)) {
      Optional<ObjectId> tip = mirror.fetch(local, branch.branch());
      if (tip.isEmpty()) {
        return Round.of(holdAll(works, noBranch()));
      }
      History history = new History(local, tip.get());
      Built built =
          new CommitChain(history, inserter, with.intents(), settings, manifests, lease.epoch())
              .build(works);
      if (built.committed().isEmpty()) {
        return Round.of(built.outcomes());
      }
      inserter.flush();
      with.steps().reached(Step.OBJECTS_WRITTEN);
      with.intents().record(lease, built.intents());
      with.steps().reached(Step.INTENT_RECORDED);
      return push(mirror, local, built);
    } catch (StaleStateException e) {
      return Round.lost();
    } catch (MissingObjectException | CopyUnusableException e) {
      mirror.discard();
      return Round.failed("the local copy was incomplete and is made anew");
    }
  }

  /**
   * What follows a refusal depends on where the branch is, not on the remote's words: a branch that
   * moved was a race.
   */
  private Round push(Mirror mirror, org.eclipse.jgit.lib.Repository local, Built built)
      throws IOException {
    Push.Update update = new Push.Update(branch.branch(), built.base(), built.head(), built.made());
    PushOutcome outcome = push.push(local, mirror.remote(), update);
    with.steps().reached(Step.PUSHED);
    if (outcome instanceof PushOutcome.Accepted) {
      mirror.advance(local, branch.branch(), built.head());
      with.steps().reached(Step.PUSH_ACKNOWLEDGED);
      return Round.of(built.outcomes());
    }
    if (outcome instanceof PushOutcome.Raced raced) {
      return Round.failed(raced.said());
    }
    if (outcome instanceof PushOutcome.Unknown unknown) {
      return Round.failed(unknown.why());
    }
    boolean isFinal = outcome instanceof PushOutcome.Rejected;
    String said =
        outcome instanceof PushOutcome.Rejected rejected
            ? rejected.said()
            : ((PushOutcome.Unclear) outcome).said();
    Optional<ObjectId> now = mirror.fetch(local, branch.branch());
    if (!now.equals(Optional.of(built.base()))) {
      return Round.failed("the branch moved while the remote said: " + said);
    }
    return isFinal ? Round.of(held(built, refusal(said, true))) : Round.refused(built, said);
  }

  /**
   * A hook may dislike one commit of many: each is then tried alone, and only the disliked ones are
   * held.
   */
  private Map<Work, WriteOutcome> held(Built built, WriteOutcome.Held held) throws IOException {
    Map<Work, WriteOutcome> answers = new LinkedHashMap<>(built.outcomes());
    if (built.committed().size() == 1) {
      answers.put(built.committed().get(0), held);
      return answers;
    }
    for (Work work : built.outcomes().keySet()) {
      answers.putAll(publish(List.of(work)));
    }
    return answers;
  }

  /** The branch was there when the promotion was planned. */
  private static Map<Work, WriteOutcome> holdAll(List<Work> works, Reason reason) {
    Map<Work, WriteOutcome> answers = new LinkedHashMap<>();
    works.forEach(w -> answers.put(w, new WriteOutcome.Held(reason, true)));
    return answers;
  }

  private String resource() {
    return "git/" + branch.url() + "/" + branch.branch();
  }

  private Reason noBranch() {
    return GitReasons.reason(
        GitReasons.NO_BRANCH,
        "the remote has no branch '" + branch.branch() + "'",
        branch.url(),
        "create the branch, or correct its name in gatehouse.yaml");
  }

  private WriteOutcome.Held refusal(String said, boolean isFinal) {
    return new WriteOutcome.Held(words(said, isFinal), !isFinal);
  }

  private Reason words(String said, boolean isFinal) {
    String words = said.isBlank() ? "it gave no reason" : said;
    String where = CommitChain.where(branch);
    return isFinal
        ? GitReasons.reason(
            GitReasons.PUSH_REJECTED,
            "the remote refused the push: " + words,
            where,
            "allow the committer to push to this branch, or do what the hook asks for; the push is"
                + " tried again every few minutes, and nothing that is live is reverted for it")
        : GitReasons.reason(
            GitReasons.PUSH_UNCLEAR,
            "the remote refused the push although the branch has not moved: " + words,
            where,
            "no action needed yet; the push is tried again");
  }

  private Reason busy(String lastFailure) {
    return GitReasons.reason(
        GitReasons.BUSY,
        "%d tries to push did not get through; the last one: %s"
            .formatted(settings.tries(), lastFailure),
        CommitChain.where(branch),
        "wait; it is tried again by itself");
  }
}
