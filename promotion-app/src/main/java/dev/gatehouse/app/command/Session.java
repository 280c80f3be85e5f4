package dev.gatehouse.app.command;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Promotions;
import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.NoticeView;
import dev.gatehouse.app.view.PromotionView;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.app.view.WaitView;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Place;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.runtime.Composition;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One command on an open engine, for one actor. */
final class Session {
  static final ReasonCode AMBIGUOUS = ReasonCode.of("ambiguous-promotion");
  static final ReasonCode UNKNOWN_SHARD = ReasonCode.of("unknown-shard");
  private final Composition composition;
  private final Surroundings around;
  private final Actor actor;
  private final Ink ink;

  Session(Composition composition, @Nullable String as, Surroundings around, Ink ink) {
    this.composition = composition;
    this.around = around;
    this.actor = actor(composition, as, around);
    this.ink = ink;
  }

  Composition composition() {
    return composition;
  }

  Promotions promotions() {
    return composition.promotions();
  }

  Surroundings around() {
    return around;
  }

  Actor actor() {
    return actor;
  }

  Ink ink() {
    return ink;
  }

  /**
   * Returns the id that was meant: the id itself, {@code <application>/<stage>} for the newest one
   * there (open ones first), or the beginning of exactly one id.
   *
   * @throws InvalidConfigurationException if several ids begin like that
   */
  PromotionId id(String typed) {
    PromotionId exact = new PromotionId(typed);
    // Where the search is refused, so is the act on the id that was typed.
    List<PromotionSummary> meant = promotions().named(typed, actor).found().orElse(List.of());
    boolean named = meant.stream().anyMatch(p -> p.id().equals(exact) || place(p).equals(typed));
    if (!named && meant.size() > 1) {
      throw new InvalidConfigurationException(ambiguous(typed, meant));
    }
    return meant.stream().findFirst().map(PromotionSummary::id).orElse(exact);
  }

  /** Returns why this actor may not do this with everything, or empty when it may. */
  Optional<Reason> refusalOfAll(Verb verb) {
    return composition.rulebook().refusal(actor, verb, Place.EVERYTHING);
  }

  /** Returns why this actor may not see what is at {@code <application>/<stage>}, or empty. */
  Optional<Reason> refusalOf(String title) {
    int slash = title.indexOf('/');
    Place place = Place.of(title.substring(0, slash), title.substring(slash + 1));
    return composition.rulebook().refusal(actor, Verb.SEE, place);
  }

  /** Returns why this actor may do this nowhere, or empty when it may somewhere. */
  Optional<Reason> refusal(Verb verb) {
    return composition.rulebook().refusal(actor, verb);
  }

  /**
   * Returns why this actor may not drive targets: of any of these shards when they were named, or
   * of all of them.
   */
  Optional<Reason> drivingRefusal(Set<ShardName> shards, boolean named) {
    List<Reason> refusals =
        shards.stream()
            .flatMap(shard -> composition.drivingRefusal(shard, actor).stream())
            .toList();
    boolean refused = named ? !refusals.isEmpty() : refusals.size() == shards.size();
    return refused
        ? refusals.stream().findFirst().or(() -> refusal(Verb.EXECUTE))
        : Optional.empty();
  }

  /** Returns why this actor may do nothing at all, or empty when it is known. */
  Optional<Reason> unknownActor() {
    return composition.rulebook().directory().refusal(actor.id());
  }

  /** Returns the shards that were named, or every one that can be driven. */
  Set<ShardName> shards(List<String> named) {
    var known = composition.rulebook().shards();
    Set<ShardName> served = new LinkedHashSet<>();
    for (String name : named) {
      ShardName shard = new ShardName(name.strip());
      if (!known.containsKey(shard)) {
        throw new InvalidConfigurationException(unknownShard(name, known.keySet()));
      }
      served.add(shard);
    }
    if (named.isEmpty()) {
      known.values().stream()
          .filter(shard -> shard.reach() == Shard.Reach.EXECUTABLE)
          .forEach(shard -> served.add(shard.name()));
    }
    return Collections.unmodifiableSet(served);
  }

  private static Reason ambiguous(String typed, List<PromotionSummary> begun) {
    String some = String.join(", ", begun.stream().limit(5).map(p -> p.id().value()).toList());
    return new Reason(
        AMBIGUOUS,
        (begun.size() > 5 ? "More than 5" : String.valueOf(begun.size()))
            + " promotions begin with '"
            + typed
            + "'.",
        "ledger",
        "Write one of them out: " + some + (begun.size() > 5 ? ", …" : "") + ".");
  }

  private static Reason unknownShard(String name, Set<ShardName> known) {
    return new Reason(
        UNKNOWN_SHARD,
        "There is no shard '" + name + "'.",
        "--shards",
        "Use some of: "
            + String.join(", ", known.stream().map(ShardName::value).sorted().toList())
            + ".");
  }

  /** Returns what shows the waits at this moment. */
  WaitView waits() {
    return new WaitView(composition.rulebook(), around.clock().instant());
  }

  /** Reports an act on a promotion and what the engine decides next. */
  Report acted(Answer answer) {
    return settled(answer, promotion -> PromotionView.brief(promotion, waits(), ink));
  }

  /** Reports an act that ends a promotion: it is done when the promotion has ended. */
  Report ended(Answer answer) {
    Report report = acted(answer);
    boolean done = answer instanceof Answer.Accepted && report.exit() == Exit.REFUSED;
    return done ? new Report(Exit.DONE, report.text(), report.fields()) : report;
  }

  /** Reports an act with the whole plan and what the engine decides next. */
  Report planned(Answer answer) {
    return settled(answer, promotion -> PromotionView.withPlan(promotion, waits(), ink));
  }

  private Report settled(Answer answer, Function<Promotion, Report> view) {
    if (answer instanceof Answer.Refused refused) {
      return ReasonView.refused(refused.reason(), ink);
    }
    Answer.Accepted done = (Answer.Accepted) answer;
    PromotionId id = done.promotion().id();
    composition.decideNow(id);
    Answer now = promotions().ask(id, actor);
    Report report =
        view.apply(
            now instanceof Answer.Accepted accepted ? accepted.promotion() : done.promotion());
    return NoticeView.before(report, done.notices(), ink);
  }

  private static String place(PromotionSummary promotion) {
    return promotion.application() + "/" + promotion.stage();
  }

  private static Actor actor(Composition composition, @Nullable String as, Surroundings around) {
    String named = around.environment().getOrDefault("GATEHOUSE_ACTOR", "");
    String id =
        as != null
            ? as
            : !named.isBlank()
                ? named
                : composition.settings().defaultActor().orElse(around.osUser());
    return new Actor(composition.rulebook().directory().idOf(id), Actor.Kind.PERSON, Set.of());
  }
}
