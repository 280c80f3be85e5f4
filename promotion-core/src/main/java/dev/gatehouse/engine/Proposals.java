package dev.gatehouse.engine;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Listing;
import dev.gatehouse.api.Preview;
import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Author;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.SensitiveText;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.identity.Place;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.StaleStateException;
import dev.gatehouse.spi.Step;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.stage.PromotionPath;
import dev.gatehouse.stage.StageName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes proposals: one open promotion per change and stage, newer ones retire older ones that have
 * not started.
 */
final class Proposals {
  private static final int IDS = 20;
  private final Journal journal;
  private final Registry registry;
  private final Succession succession;
  private final Planner planner;
  private final Supplier<Rulebook> rulebook;
  private final Steps steps;

  Proposals(
      Journal journal,
      Registry registry,
      Succession succession,
      Planner planner,
      Supplier<Rulebook> rulebook,
      Steps steps) {
    this.journal = journal;
    this.registry = registry;
    this.succession = succession;
    this.planner = planner;
    this.rulebook = rulebook;
    this.steps = steps;
  }

  Preview preview(Change change, StageName stage, Caller claimed) {
    Rulebook rules = rulebook.get();
    Optional<Reason> refusal = rules.refusal(claimed, Verb.SEE, place(change.application(), stage));
    if (refusal.isPresent()) {
      return new Preview.Refused(refusal.get());
    }
    Change known = withKnownAuthors(change, rules.directory());
    return planner.plan(
        known,
        stage,
        Earlier.of(registry.standing(known, stage, Optional.empty())),
        registry.trackRecord(change.application(), journal.now()));
  }

  Listing<Promotion> list(PromotionQuery query, Caller claimed) {
    return page(
        query,
        seen(claimed, () -> registry.find(query), query.limit(), Promotion::id, Promotion::place));
  }

  Listing<PromotionSummary> summaries(PromotionQuery query, Caller claimed) {
    return page(
        query,
        seen(
            claimed,
            () -> registry.summaries(query),
            query.limit(),
            PromotionSummary::id,
            Proposals::place));
  }

  /** A page that begins nowhere is not the page after the last one. */
  private <T> Listing<T> page(PromotionQuery query, Listing<T> page) {
    boolean last = page instanceof Listing.Shown<T> shown && shown.items().isEmpty();
    return query
        .before()
        .filter(id -> last && !registry.knows(id))
        .<Listing<T>>map(id -> new Listing.Refused<>(Refusals.unknownCursor(id)))
        .orElse(page);
  }

  /** A page may be shorter than asked for: what the actor may not see is left out of it. */
  private <T> Listing<T> seen(
      Caller claimed,
      Supplier<List<T>> search,
      int limit,
      Function<T, PromotionId> id,
      Function<T, Place> place) {
    Rulebook rules = rulebook.get();
    Optional<Reason> refusal = rules.refusal(claimed, Verb.SEE);
    if (refusal.isPresent()) {
      return new Listing.Refused<>(refusal.get());
    }
    List<T> found = search.get();
    boolean full = !found.isEmpty() && found.size() >= limit;
    return new Listing.Shown<>(
        found.stream()
            .filter(one -> rules.refusal(claimed, Verb.SEE, place.apply(one)).isEmpty())
            .toList(),
        full ? Optional.of(id.apply(found.get(found.size() - 1))) : Optional.empty());
  }

  private static Place place(PromotionSummary summary) {
    return place(summary.application(), summary.stage());
  }

  Answer propose(Change proposed, StageName stage, List<Evidence> facts, Caller claimed) {
    Rulebook rules = rulebook.get();
    Actor by = rules.directory().today(claimed.actor());
    List<Evidence> evidence = Attesting.stated(facts, by, proposed.application(), stage);
    Place place = place(proposed.application(), stage);
    Optional<Reason> refusal =
        rules
            .refusal(claimed, Verb.PROPOSE, place)
            .or(() -> Attesting.refusal(facts, claimed, place, rules))
            .or(() -> unknown(proposed, stage, rules));
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    Change change = withKnownAuthors(proposed, rules.directory());
    List<PromotionSummary> open = registry.open(change.application(), stage);
    Optional<PromotionSummary> same =
        open.stream()
            .filter(p -> p.rollback().isEmpty() && p.change().equals(change.id()))
            .findFirst();
    Optional<Reason> stopping = same.flatMap(Refusals::stopping);
    if (stopping.isPresent()) {
      return new Answer.Refused(stopping.get());
    }
    Promotion promotion =
        same.isPresent()
            ? join(same.get().id(), change, evidence, by)
            : begin(change, stage, evidence, by);
    succession.retireOlder(promotion);
    List<Reason> notices = new ArrayList<>(Looks.facts(change.application(), evidence, rules));
    notices.addAll(Looks.authors(change.authors(), rules.directory()));
    return new Answer.Accepted(promotion, notices);
  }

  private Promotion begin(Change change, StageName stage, List<Evidence> evidence, Actor by) {
    Instant now = journal.now();
    List<PromotionEvent> events = new ArrayList<>();
    events.add(new PromotionEvent.Proposed(change, stage));
    evidence.forEach(fact -> events.add(new PromotionEvent.EvidenceRecorded(fact)));
    for (int attempt = 0; attempt < IDS; attempt++) {
      PromotionId id = PromotionId.of(change.id(), change.application(), stage, now, attempt);
      journal.wakeSoon(new WakeUp.Decide(id));
      try {
        journal.append(id, 0, by, events);
      } catch (StaleStateException taken) {
        Promotion there = journal.find(id).orElseThrow(() -> taken);
        if (isSame(there, change, stage, now)) {
          return join(id, change, evidence, by);
        }
        continue;
      }
      steps.reached(Step.PROPOSED);
      journal.wake(new WakeUp.Decide(id));
      return journal.find(id).orElseThrow();
    }
    throw new IllegalStateException("no free id for a promotion of " + change.id());
  }

  /** The same proposal twice at one moment is one promotion; another one with its id is not. */
  private static boolean isSame(Promotion there, Change change, StageName stage, Instant at) {
    return there.change().id().equals(change.id())
        && there.stage().equals(stage)
        && there.proposedAt().equals(at);
  }

  /**
   * Anyone who proposes the same again answers for it like the first proposer, and its authors are
   * authors of it: what they approved or waived no longer counts where duties are separated.
   */
  private Promotion join(PromotionId open, Change change, List<Evidence> evidence, Actor by) {
    return journal.act(
        open,
        by,
        now -> now.phase().isFinal() ? List.of() : joining(now, change.authors(), evidence, by));
  }

  private static List<PromotionEvent> joining(
      Promotion now, List<Author> authors, List<Evidence> evidence, Actor by) {
    List<PromotionEvent> events = new ArrayList<>();
    List<Author> added =
        authors.stream().filter(author -> !now.change().authors().contains(author)).toList();
    boolean knownProposer =
        by.is(now.proposer().id()) || now.joined().stream().anyMatch(one -> by.is(one.id()));
    if (!added.isEmpty() || !knownProposer) {
      events.add(new PromotionEvent.Joined(added));
    }
    evidence.stream()
        .filter(fact -> !now.evidence().contains(fact))
        .forEach(fact -> events.add(new PromotionEvent.EvidenceRecorded(fact)));
    return events;
  }

  private static Place place(ApplicationName application, StageName stage) {
    return Place.of(application.value(), stage.value());
  }

  private static Optional<Reason> unknown(Change change, StageName stage, Rulebook rules) {
    Optional<PromotionPath> path = rules.path(change.application());
    if (path.isEmpty()) {
      return Optional.of(Planner.unknownApplication(change.application(), rules));
    }
    return path.get().stage(stage).isPresent()
        ? Optional.empty()
        : Optional.of(Planner.unknownStage(path.get(), stage));
  }

  /**
   * Commits name people by e-mail address; the directory tells who they are, so that nobody
   * approves their own work.
   */
  private static Change withKnownAuthors(Change change, Directory directory) {
    List<Author> authors =
        change.authors().stream().map(a -> new Author(directory.idOf(a.id()))).distinct().toList();
    return new Change(
        change.application(),
        change.artifacts(),
        change.source(),
        authors,
        SensitiveText.hide(change.title()));
  }
}
