package dev.gatehouse.testkit;

import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.spi.DesiredStateWriter;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.spi.Lease;
import dev.gatehouse.spi.Leases;
import dev.gatehouse.spi.Step;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.Undo;
import dev.gatehouse.spi.WriteIntent;
import dev.gatehouse.spi.WriteIntents;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.spi.WriteRequest;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes into an {@link InMemoryGit} by the protocol of a real writer: lease, durable intent with
 * the commit's id, push with the expected old tip, and where the outcome is unknown the remote is
 * asked. Remembers every request. Thread-safe.
 */
public final class RecordingDesiredStateWriter implements DesiredStateWriter {
  /** The trailer that names the promotion. */
  public static final String PROMOTION = "Gatehouse-Promotion";

  /** The trailer that names the target. */
  public static final String TARGET = "Gatehouse-Target";

  /** The trailer that names the promotion that is taken back. */
  public static final String REVERTS = "Gatehouse-Reverts";

  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final int TRIES = 5;
  private final InMemoryGit git;
  private final WriteIntents intents;
  private final Leases leases;
  private final InstantSource clock;
  private final String process;
  private final Steps steps;
  private final List<WriteRequest> requests = new CopyOnWriteArrayList<>();

  /** Creates the writer of one process. */
  public RecordingDesiredStateWriter(
      InMemoryGit git,
      WriteIntents intents,
      Leases leases,
      InstantSource clock,
      String process,
      Steps steps) {
    this.git = git;
    this.intents = intents;
    this.leases = leases;
    this.clock = clock;
    this.process = process;
    this.steps = steps;
  }

  /** Returns every request to write, oldest first. */
  public List<WriteRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public List<EditPreview> previews(Change change, List<Target> targets) {
    Map<String, Revision> tips = new HashMap<>();
    return targets.stream()
        .map(t -> seen(change, t, tips.computeIfAbsent(t.repository().branch(), git::fetch)))
        .toList();
  }

  private EditPreview seen(Change change, Target target, Revision tip) {
    TextEdits edits = TextEdits.of(change, target, git.commit(tip).files());
    return edits
        .refusal()
        .<EditPreview>map(EditPreview.Refused::new)
        .orElseGet(() -> new EditPreview.Computed(tip, edits.edits(), edits.diff(target)));
  }

  @Override
  public List<EditPreview> undoPreviews(List<Undo> undos) {
    return undos.stream()
        .<EditPreview>map(
            undo -> {
              Revision tip = git.fetch(undo.target().repository().branch());
              TextEdits edits = undone(undo.target(), undo.commits(), tip);
              return new EditPreview.Computed(tip, edits.edits(), edits.diff(undo.target()));
            })
        .toList();
  }

  /** Each old value goes back to where the new one still is, newest commit first. */
  private TextEdits undone(Target target, List<Revision> commits, Revision tip) {
    Map<String, String> before = git.commit(tip).files();
    Map<String, String> files = before;
    for (Revision commit : commits) {
      InMemoryCommit ours = git.commit(commit);
      Map<String, String> parent = git.commit(ours.parent().orElseThrow()).files();
      TextEdits back = TextEdits.between(target, ours.files(), parent);
      files = back.where(files).on(files);
    }
    return TextEdits.between(target, before, files);
  }

  @Override
  public WriteOutcome write(WriteRequest request) {
    requests.add(request);
    return underLease(
        request.target(),
        lease -> attempt(request, WriteIntent.Act.WRITE, lease, tip -> planned(request, tip)));
  }

  @Override
  public WriteOutcome revert(WriteRequest request, Revision written) {
    InMemoryCommit ours = git.commit(written);
    TextEdits undo =
        ours.parent()
            .map(
                parent ->
                    TextEdits.of(request.change(), request.target(), git.commit(parent).files()))
            .orElseThrow()
            .inverse();
    return underLease(
        request.target(),
        lease ->
            attempt(request, WriteIntent.Act.REVERT, lease, tip -> undone(request, undo, tip)));
  }

  @Override
  public Optional<Revision> find(PromotionId promotion, Target target) {
    String branch = target.repository().branch();
    return underLease(
        target,
        lease -> onBranch(promotion, target, WriteIntent.Act.WRITE, git.fetch(branch), branch));
  }

  private <T> T underLease(Target target, Function<Lease, T> work) {
    String branch = target.repository().branch();
    Lease lease =
        leases
            .acquire("branch/" + branch, process, clock.instant(), LEASE)
            .orElseThrow(
                () -> failure("git-branch-busy", "Another process writes this branch.", branch));
    steps.reached(Step.LEASE_TAKEN);
    try {
      T outcome = work.apply(lease);
      leases.release(lease);
      return outcome;
    } catch (PlatformException broken) {
      leases.release(lease);
      throw broken;
    }
  }

  /** Either the edit to make on this tip, or the answer without an edit. */
  private record Work(Optional<TextEdits> edits, Optional<WriteOutcome> answer) {
    static Work edit(TextEdits edits) {
      return new Work(Optional.of(edits), Optional.empty());
    }

    static Work done(WriteOutcome outcome) {
      return new Work(Optional.empty(), Optional.of(outcome));
    }
  }

  private Work planned(WriteRequest request, Revision tip) {
    TextEdits edits =
        request.undoes().isEmpty()
            ? TextEdits.of(request.change(), request.target(), git.commit(tip).files())
            : undone(request.target(), request.undoes(), tip);
    if (edits.refusal().isPresent()) {
      return Work.done(new WriteOutcome.Refused(edits.refusal().get()));
    }
    if (edits.edits().isEmpty()) {
      return Work.done(new WriteOutcome.Written(tip, true));
    }
    boolean same =
        new EditPreview.Computed(tip, edits.edits(), edits.diff(request.target()))
            .digest()
            .equals(request.expectedDigest());
    return same
        ? Work.edit(edits)
        : Work.done(
            new WriteOutcome.Drifted(
                reason(
                    "git-drifted",
                    "The values to replace are no longer the planned ones.",
                    "target " + request.target().name(),
                    "A new plan is made; approve that one.")));
  }

  private Work undone(WriteRequest request, TextEdits undo, Revision tip) {
    Map<String, String> files = git.commit(tip).files();
    if (undo.inverse().fits(files)) {
      return Work.done(new WriteOutcome.Written(tip, true));
    }
    return undo.fits(files)
        ? Work.edit(undo)
        : Work.done(
            new WriteOutcome.Refused(
                reason(
                    "git-revert-conflict",
                    "The same value was changed since.",
                    "target " + request.target().name(),
                    "Undo it by hand.")));
  }

  private WriteOutcome attempt(
      WriteRequest request, WriteIntent.Act act, Lease lease, Function<Revision, Work> work) {
    String branch = request.target().repository().branch();
    try {
      return pushed(request, act, lease, work);
    } catch (PushRefused refused) {
      return refused(refused, branch);
    }
  }

  private WriteOutcome pushed(
      WriteRequest request, WriteIntent.Act act, Lease lease, Function<Revision, Work> work) {
    Target target = request.target();
    String branch = target.repository().branch();
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Revision tip = git.fetch(branch);
      Optional<Revision> there = onBranch(request.promotion(), target, act, tip, branch);
      if (there.isPresent()) {
        return new WriteOutcome.Written(there.get(), false);
      }
      Work todo = work.apply(tip);
      if (todo.answer().isPresent()) {
        return todo.answer().get();
      }
      InMemoryCommit commit = commit(request, act, tip, todo.edits().orElseThrow());
      steps.reached(Step.OBJECTS_WRITTEN);
      intents.record(lease, List.of(intent(request, act, tip, commit, lease)));
      steps.reached(Step.INTENT_RECORDED);
      boolean held = clock.instant().isBefore(lease.expiresAt());
      if (held && git.push(branch, tip, commit)) {
        steps.reached(Step.PUSHED);
        steps.reached(Step.PUSH_ACKNOWLEDGED);
        return new WriteOutcome.Written(commit.id(), false);
      }
      if (!held) {
        break;
      }
    }
    String next = "Wait; it is tried again.";
    return new WriteOutcome.Held(
        reason("git-branch-busy", "The branch moved again and again.", "branch " + branch, next),
        WriteOutcome.Held.Cause.RACE);
  }

  private static WriteOutcome refused(PushRefused refused, String branch) {
    String what = "The remote refused the push: " + refused.getMessage() + ".";
    String next = "Allow the committer to push to this branch.";
    return new WriteOutcome.Held(
        reason("git-push-rejected", what, "branch " + branch, next),
        WriteOutcome.Held.Cause.REFUSAL);
  }

  private InMemoryCommit commit(
      WriteRequest request, WriteIntent.Act act, Revision tip, TextEdits edits) {
    String name = act == WriteIntent.Act.WRITE ? PROMOTION : REVERTS;
    return InMemoryCommit.of(
        Optional.of(tip),
        edits.on(git.commit(tip).files()),
        (act == WriteIntent.Act.WRITE ? "Promote " : "Revert ") + request.change().id().brief(),
        Map.of(name, request.promotion().value(), TARGET, request.target().name().value()),
        "gatehouse",
        request.at());
  }

  private static WriteIntent intent(
      WriteRequest request, WriteIntent.Act act, Revision tip, InMemoryCommit commit, Lease lease) {
    return new WriteIntent(
        request.promotion(),
        request.target().name(),
        act,
        request.target().repository().url(),
        request.target().repository().branch(),
        tip,
        InMemoryCommit.treeId(commit.files()),
        commit.id(),
        lease.epoch());
  }

  private Optional<Revision> onBranch(
      PromotionId promotion, Target target, WriteIntent.Act act, Revision tip, String branch) {
    Set<Revision> promised =
        intents.of(promotion, target.name()).stream()
            .filter(intent -> intent.act() == act && intent.branch().equals(branch))
            .map(WriteIntent::commit)
            .collect(Collectors.toSet());
    Optional<Revision> at = promised.isEmpty() ? Optional.empty() : Optional.of(tip);
    while (at.isPresent()) {
      if (promised.contains(at.get())) {
        return at;
      }
      at = git.commit(at.get()).parent();
    }
    return Optional.empty();
  }

  private static PlatformException failure(String code, String what, String branch) {
    return new PlatformException(
        reason(code, what, "branch " + branch, "Wait; it is tried again."));
  }

  private static Reason reason(String code, String what, String where, String next) {
    return new Reason(ReasonCode.of(code), what, where, next);
  }
}
