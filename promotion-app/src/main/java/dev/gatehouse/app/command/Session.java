package dev.gatehouse.app.command;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Found;
import dev.gatehouse.api.Promotions;
import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.FoundView;
import dev.gatehouse.app.view.NoticeView;
import dev.gatehouse.app.view.PromotionView;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.app.view.WaitView;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Naming;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.runtime.Composition;
import dev.gatehouse.service.token.TokenDesk;
import dev.gatehouse.service.token.Tokens;
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
  static final ReasonCode UNKNOWN_SHARD = ReasonCode.of("unknown-shard");
  private final Composition composition;
  private final Surroundings around;
  private final Caller caller;
  private final Ink ink;

  Session(Composition composition, @Nullable String as, Surroundings around, Ink ink) {
    this.composition = composition;
    this.around = around;
    this.caller = caller(composition, as, around);
    this.ink = ink;
  }

  Composition composition() {
    return composition;
  }

  Promotions promotions() {
    return composition.promotions();
  }

  TokenDesk tokens() {
    return new TokenDesk(new Tokens(composition.records(), around.clock()), composition::rulebook);
  }

  Surroundings around() {
    return around;
  }

  Caller caller() {
    return caller;
  }

  Ink ink() {
    return ink;
  }

  /**
   * Reports an act on the promotion that was meant: an id, the beginning of one, {@code
   * <application>/<stage>} or a change; or why no single one was meant.
   */
  Report on(String typed, Function<PromotionId, Report> act) {
    Found found = promotions().find(typed, caller);
    if (found instanceof Found.One one) {
      return act.apply(one.promotion().id());
    }
    // Who may see nothing may hold a right to act all the same: the act on this very id tells.
    if (found instanceof Found.Refused && Naming.isName(typed)) {
      return act.apply(new PromotionId(typed));
    }
    return FoundView.of(found, ink);
  }

  /** Returns why this caller may do nothing at all, or empty when it is known. */
  Optional<Reason> unknownCaller() {
    return composition.refusal(caller);
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
    Answer now = promotions().decideNow(done.promotion().id(), caller);
    Report report =
        view.apply(
            now instanceof Answer.Accepted accepted ? accepted.promotion() : done.promotion());
    return NoticeView.before(report, done.notices(), ink);
  }

  /** The one place where this host makes a caller; who may run the command is the system's. */
  private static Caller caller(Composition composition, @Nullable String as, Surroundings around) {
    if (as != null) {
      return authenticated(composition, as, "--as");
    }
    String named = around.environment().getOrDefault("GATEHOUSE_ACTOR", "");
    if (!named.isBlank()) {
      return authenticated(composition, named, "GATEHOUSE_ACTOR");
    }
    return composition
        .settings()
        .defaultActor()
        .map(id -> authenticated(composition, id, "gatehouse.yaml, identities.default"))
        .orElseGet(
            () -> authenticated(composition, around.osUser(), "the account of this process"));
  }

  private static Caller authenticated(Composition composition, String id, String how) {
    String known = composition.rulebook().directory().idOf(id);
    return Caller.authenticated(new Actor(known, Actor.Kind.PERSON, Set.of()), how);
  }
}
