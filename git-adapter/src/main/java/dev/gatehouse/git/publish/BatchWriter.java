package dev.gatehouse.git.publish;

import dev.gatehouse.git.manifest.ManifestReader;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.remote.CopyUnusableException;
import dev.gatehouse.git.remote.Mirror;
import dev.gatehouse.git.remote.Push;
import dev.gatehouse.git.remote.PushOutcome;
import dev.gatehouse.git.remote.Unpushed;
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

/**
 * Brings a batch of works to a branch: lease, edit on the tip, intents, push, and again when others
 * were faster.
 *
 * <p>A lost race leaves no object and no intent behind, so that each try costs the same. After the
 * first lost race the connection for the push is opened before the tip is asked for.
 */
final class BatchWriter {
  private static final System.Logger LOG = System.getLogger(BatchWriter.class.getName());
  private static final int MOST_REFUSALS = 3;
  private final Repository branch;
  private final Supplier<Mirror> mirrors;
  private final Push push;
  private final Coordination with;
  private final PublishSettings settings;
  private final ManifestReader manifests;

  BatchWriter(
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

  /**
   * The answers to all works. Throws {@link PlatformException} when the tries are used up and it
   * was not because others wrote to the branch.
   */
  Map<Work, WriteOutcome> publish(List<Work> works) throws IOException {
    String lastFailure = "another process is writing to the branch";
    Optional<Lease> held = Optional.empty();
    Races races = new Races();
    int losses = 0;
    int refusals = 0;
    boolean outOfOrder = false;
    try {
      for (int attempt = 1; attempt <= settings.tries(); attempt++) {
        if (attempt > 1) {
          with.pause().orInterrupted(Backoff.before(attempt));
        }
        Optional<Lease> lease =
            with.leases()
                .acquire(resource(), with.holder(), with.clock().instant(), settings.lease(losses));
        if (lease.isEmpty()) {
          continue;
        }
        held = lease;
        with.steps().reached(Step.LEASE_TAKEN);
        Round round = round(works, lease.get(), races);
        if (round.answers().isPresent()) {
          return round.answers().get();
        }
        lastFailure = round.failure();
        losses += round.lostLease() ? 1 : 0;
        round.raced().ifPresent(races::lost);
        outOfOrder |= !round.lostLease();
        if (round.refused().isPresent() && ++refusals == MOST_REFUSALS) {
          return held(round.refused().get(), refusal(lastFailure, false));
        }
      }
      if (races.isOpen() && held.isPresent()) {
        cleanUp(held.get(), races);
      }
    } finally {
      held.ifPresent(with.leases()::release);
    }
    return usedUp(works, races, outOfOrder, lastFailure);
  }

  private Map<Work, WriteOutcome> usedUp(
      List<Work> works, Races races, boolean outOfOrder, String lastFailure) {
    if (races.haveMovedTheBranch()) {
      Reason faster = races.reason(branch, settings.tries());
      return holdAll(works, faster, WriteOutcome.Held.Cause.RACE);
    }
    if (outOfOrder) {
      throw new PlatformException(busy(lastFailure));
    }
    return holdAll(works, busy(lastFailure), WriteOutcome.Held.Cause.RACE);
  }

  /** Looks into the last race as well; what goes wrong here costs an intent too many. */
  private void cleanUp(Lease lease, Races races) {
    Mirror mirror = mirrors.get();
    try (org.eclipse.jgit.lib.Repository local = mirror.open()) {
      Optional<ObjectId> tip = mirror.fetch(local, branch.branch());
      if (tip.isPresent()) {
        races.lookInto(new History(local, tip.get()));
        with.intents().record(lease, List.of(), races.takeLost());
      }
    } catch (IOException | StaleStateException e) {
      LOG.log(System.Logger.Level.DEBUG, "the last lost push was not looked into", e);
    }
  }

  private record Round(
      Optional<Map<Work, WriteOutcome>> answers,
      String failure,
      boolean lostLease,
      Optional<Built> refused,
      Optional<Built> raced) {
    static Round of(Map<Work, WriteOutcome> answers) {
      return new Round(Optional.of(answers), "", false, Optional.empty(), Optional.empty());
    }

    static Round failed(String why) {
      return new Round(Optional.empty(), why, false, Optional.empty(), Optional.empty());
    }

    static Round lost() {
      String why = "the committer's lease was lost to another process";
      return new Round(Optional.empty(), why, true, Optional.empty(), Optional.empty());
    }

    static Round refused(Built built, String said) {
      return new Round(Optional.empty(), said, false, Optional.of(built), Optional.empty());
    }

    static Round raced(Built built, String said) {
      return new Round(Optional.empty(), said, false, Optional.empty(), Optional.of(built));
    }
  }

  /** A first try opens no connection before it knows that there is something to push. */
  private static Push connectingLate(Push push) {
    return (local, remote, update) -> push.push(local, remote, update);
  }

  private Round round(List<Work> works, Lease lease, Races races) throws IOException {
    Mirror mirror = mirrors.get();
    Push how = races.isEmpty() ? connectingLate(push) : push;
    try (org.eclipse.jgit.lib.Repository local = mirror.open();
        Unpushed made = new Unpushed(local);
        Push.Connected connected = how.connect(made.repository(), mirror.remote())) {
      Optional<ObjectId> tip = mirror.fetch(local, branch.branch());
      if (tip.isEmpty()) {
        return Round.of(holdAll(works, noBranch(), WriteOutcome.Held.Cause.OUTAGE));
      }
      History history = new History(local, tip.get());
      races.lookInto(history);
      Built built =
          new CommitChain(history, made, with.intents(), settings, manifests, lease.epoch())
              .build(works);
      if (built.committed().isEmpty()) {
        return Round.of(built.outcomes());
      }
      with.steps().reached(Step.OBJECTS_WRITTEN);
      if (connected.failure().isEmpty()) {
        with.intents().record(lease, built.intents(), races.replacedBy(built));
        with.steps().reached(Step.INTENT_RECORDED);
      }
      return push(new Sending(mirror, local, made, connected), built);
    } catch (StaleStateException e) {
      return Round.lost();
    } catch (MissingObjectException | CopyUnusableException e) {
      mirror.discard();
      return Round.failed("the local copy was incomplete and is made again");
    }
  }

  /** With what one try pushes. */
  private record Sending(
      Mirror mirror,
      org.eclipse.jgit.lib.Repository local,
      Unpushed made,
      Push.Connected connected) {}

  /**
   * What follows a refusal depends on where the branch is, not on the remote's words: a branch that
   * moved was a race.
   */
  private Round push(Sending by, Built built) throws IOException {
    Push.Update update = new Push.Update(branch.branch(), built.base(), built.head(), built.made());
    PushOutcome outcome = by.connected().failure().orElseGet(() -> by.connected().push(update));
    with.steps().reached(Step.PUSHED);
    if (outcome instanceof PushOutcome.Accepted) {
      keep(by, built);
      with.steps().reached(Step.PUSH_ACKNOWLEDGED);
      return Round.of(built.outcomes());
    }
    if (outcome instanceof PushOutcome.Raced raced) {
      return Round.raced(built, raced.said());
    }
    if (outcome instanceof PushOutcome.Unknown unknown) {
      return Round.failed(unknown.why());
    }
    boolean isFinal = outcome instanceof PushOutcome.Rejected;
    String said =
        outcome instanceof PushOutcome.Rejected rejected
            ? rejected.said()
            : ((PushOutcome.Unclear) outcome).said();
    Optional<ObjectId> now = by.mirror().fetch(by.local(), branch.branch());
    if (!now.equals(Optional.of(built.base()))) {
      return Round.raced(built, "the branch moved while the remote said: " + said);
    }
    return isFinal ? Round.of(held(built, refusal(said, true))) : Round.refused(built, said);
  }

  /** The remote has the commit; a copy that cannot take it fetches it later. */
  private void keep(Sending by, Built built) {
    try {
      by.made().keepIn(by.mirror());
      by.mirror().advance(by.local(), branch.branch(), built.head());
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "what was pushed was not kept in the copy", e);
    }
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

  private static Map<Work, WriteOutcome> holdAll(
      List<Work> works, Reason reason, WriteOutcome.Held.Cause cause) {
    Map<Work, WriteOutcome> answers = new LinkedHashMap<>();
    works.forEach(w -> answers.put(w, new WriteOutcome.Held(reason, cause)));
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
    return new WriteOutcome.Held(
        words(said, isFinal),
        isFinal ? WriteOutcome.Held.Cause.REFUSAL : WriteOutcome.Held.Cause.OUTAGE);
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
        "no action needed; it is tried again");
  }
}
