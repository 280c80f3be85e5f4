package dev.gatehouse.jenkins.waiting;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Promotions;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.jenkins.build.BuildFacts;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.PromotionException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The step {@code promote}: proposes, states what Jenkins knows, and waits for the end.
 *
 * <p>It is taken in turns, each of which reads everything again: the first turn, a later one and
 * the first one after a restart of the controller are the same. Between two turns it needs only its
 * {@link Bookmark}, and no thread. It proposes once, even when the controller dies between the
 * proposal and the bookmark. For one thread at a time.
 */
public final class PromoteStep {
  /** The failure of a step whose promotion has not ended in time. */
  public static final ReasonCode WAITED_TOO_LONG = ReasonCode.of("jenkins-waited-too-long");

  /** The failure of a step whose promotion ended without a reason of its own. */
  public static final ReasonCode NOT_PROMOTED = ReasonCode.of("jenkins-not-promoted");

  private static final Duration LOOK = Duration.ofMinutes(1);
  private final Promotions promotions;
  private final Assignment assignment;
  private final LogLines lines;
  private final Stopping stopping;
  private String lastRefusal = "";

  /** Creates the step; nothing is asked before the first turn. */
  public PromoteStep(Promotions promotions, Assignment assignment, JenkinsWords words) {
    this.promotions = promotions;
    this.assignment = assignment;
    this.lines = new LogLines(words);
    this.stopping = new Stopping(promotions, assignment, words);
  }

  /** Takes a turn; save its bookmark before anything else, and take the next one when it says. */
  public Turn turn(Bookmark bookmark, Instant now) {
    try {
      Optional<PromotionId> id = bookmark.id();
      return id.isPresent() ? look(bookmark, id.get(), now) : begin(bookmark, now);
    } catch (InvalidConfigurationException wrong) {
      return bookmark.id().isEmpty()
          ? failed(bookmark, List.of(), wrong.reason(), now)
          : later(bookmark, wrong.reason(), now);
    } catch (PromotionException broken) {
      return later(bookmark, broken.reason(), now);
    }
  }

  /**
   * Ends the step before its promotion has ended, such as when its build is aborted.
   *
   * <p>A promotion that has started no target and that nobody else proposed is aborted as well; one
   * that has started goes on, because half of a rollout is no safer state.
   *
   * @return the lines to print last
   */
  public List<String> stop(Bookmark bookmark, Stop stop) {
    try {
      return bookmark
          .id()
          .or(() -> new Proposing(promotions, assignment).before(bookmark))
          .map(id -> stopping.stop(id, stop))
          .orElse(List.of("Nothing was proposed."));
    } catch (PromotionException broken) {
      return List.of(
          LogLines.clean(
              "The promotion was left as it is: " + broken.reason().what() + " " + stop.why()));
    }
  }

  private Turn begin(Bookmark bookmark, Instant now) {
    Proposing proposing = new Proposing(promotions, assignment);
    Optional<PromotionId> before = proposing.before(bookmark);
    if (before.isPresent()) {
      String line = "Promotion " + before.get() + " was already proposed by this step.";
      return new Turn(bookmark.at(before.get()), List.of(line), Optional.empty(), now);
    }
    Answer answer = proposing.propose();
    if (answer instanceof Answer.Refused refused) {
      return failed(bookmark, List.of(), refused.reason(), now);
    }
    Answer.Accepted accepted = (Answer.Accepted) answer;
    Promotion promotion = accepted.promotion();
    List<String> log = new ArrayList<>();
    log.add(
        LogLines.clean(
            "Proposed %s: %s to stage %s, for %s."
                .formatted(
                    promotion.id(),
                    promotion.change().title(),
                    promotion.stage(),
                    assignment.starter().actor().id())));
    accepted.notices().forEach(notice -> log.add(LogLines.clean("NOTE " + notice.line())));
    return new Turn(bookmark.at(promotion.id()), log, Optional.empty(), now);
  }

  private Turn look(Bookmark bookmark, PromotionId id, Instant now) {
    Answer answer = promotions.ask(id, assignment.jenkins());
    if (answer instanceof Answer.Refused refused) {
      return later(bookmark, refused.reason(), now);
    }
    Promotion promotion = ((Answer.Accepted) answer).promotion();
    List<String> log = new ArrayList<>(state(promotion));
    log.addAll(lines.of(promotion));
    if (promotion.phase() == PromotionPhase.SUCCEEDED || !assignment.waits()) {
      return new Turn(bookmark, log, Optional.of(returned(promotion)), now);
    }
    if (promotion.phase().isFinal()) {
      return failed(bookmark, log, why(promotion), now);
    }
    if (bookmark.isOver(now)) {
      Reason late = late(id);
      log.addAll(
          stop(bookmark, new Stop("the step has waited as long as it may", Optional.empty())));
      return failed(bookmark, log, late, now);
    }
    return new Turn(bookmark, log, Optional.empty(), now.plus(LOOK));
  }

  /** States what Jenkins has recorded by now and the promotion does not know. */
  private List<String> state(Promotion promotion) {
    if (promotion.phase().isFinal()) {
      return List.of();
    }
    List<Evidence> unknown =
        BuildFacts.of(
                assignment.build().get(),
                promotion.change(),
                promotion.stage(),
                assignment.jenkins().actor())
            .stream()
            .filter(fact -> !promotion.evidence().contains(fact))
            .toList();
    if (unknown.isEmpty()) {
      return List.of();
    }
    Answer answer = promotions.attest(promotion.id(), unknown, assignment.jenkins());
    return answer instanceof Answer.Refused refused
        ? refusedFacts(refused.reason())
        : unknown.stream()
            .map(fact -> LogLines.clean("Jenkins states " + fact.check() + "."))
            .toList();
  }

  private List<String> refusedFacts(Reason reason) {
    String line = LogLines.clean("The facts of this build do not count: " + reason.line());
    boolean printed = line.equals(lastRefusal);
    lastRefusal = line;
    return printed ? List.of() : List.of(line);
  }

  private static Ending returned(Promotion promotion) {
    return new Ending.Returned(StepResult.of(promotion));
  }

  private static Turn failed(Bookmark bookmark, List<String> log, Reason reason, Instant now) {
    return new Turn(bookmark, log, Optional.of(new Ending.Failed(reason)), now);
  }

  /** What broke may work again; the wait goes on, and is bounded by the step's own limit. */
  private Turn later(Bookmark bookmark, Reason reason, Instant now) {
    List<String> log = lines.of(reason, bookmark.promotion());
    return bookmark.isOver(now)
        ? failed(bookmark, log, bookmark.id().map(PromoteStep::late).orElse(reason), now)
        : new Turn(bookmark, log, Optional.empty(), now.plus(LOOK));
  }

  private static Reason why(Promotion promotion) {
    return promotion
        .reason()
        .orElseGet(
            () ->
                new Reason(
                    NOT_PROMOTED,
                    "The promotion ended as " + promotion.phase() + " without a reason.",
                    "promotion " + promotion.id(),
                    "Read its history, and propose again when the cause is fixed.",
                    new NextStep.Show(promotion.id().value())));
  }

  private static Reason late(PromotionId id) {
    return new Reason(
        WAITED_TOO_LONG,
        "The promotion has not ended within the time that this step may wait.",
        "promotion " + id + ", step promote, timeout",
        "Read what it waits for. Run the build again to wait on, or give the step more time.",
        new NextStep.Show(id.value()));
  }
}
