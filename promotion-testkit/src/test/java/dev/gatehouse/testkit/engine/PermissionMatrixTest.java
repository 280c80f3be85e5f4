package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Found;
import dev.gatehouse.api.Listing;
import dev.gatehouse.api.Preview;
import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.api.Promotions;
import dev.gatehouse.api.Result;
import dev.gatehouse.api.TimelineQuery;
import dev.gatehouse.api.WaiverRequest;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.history.PromotionEvent.WayBackChosen.Choice;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Grant;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.identity.Scope;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every act of the api × every role × every scope: the right is asked inside, where it applies. */
class PermissionMatrixTest {
  private static final StageName PROD = new StageName("prod");
  private static final ApplicationName SHOP = new ApplicationName("shop");
  private static final Actor TEAM = Actor.person("olga", "team");
  private static final Actor OTHERS = Actor.person("paul", "others");
  private static final Actor ROBOT = Actor.service("ci", "team");
  private static final Actor ASSISTANT = new Actor("bot", Actor.Kind.ASSISTANT, Set.of("team"));

  /** One act and the rights of which it needs one; a revocation also needs what it takes back. */
  private record Act(List<Verb> verbs, Call call) {
    Act(Verb verb, Call call) {
      this(List.of(verb), call);
    }
  }

  private static final List<Verb> ACTING =
      Arrays.stream(Verb.values()).filter(verb -> verb != Verb.SEE).toList();

  private interface Call {
    Object on(Promotions promotions, PromotionId id, Caller by);
  }

  private static final Map<String, Act> ACTS = acts();

  private static Map<String, Act> acts() {
    Map<String, Act> acts = new LinkedHashMap<>();
    WaiverRequest waiver =
        new WaiverRequest(
            GateName.EVIDENCE, "team", "for a reason", Waiver.Scope.PLAN, Instant.MAX);
    acts.put(
        "propose",
        new Act(Verb.PROPOSE, (p, id, by) -> p.propose(Changes.aChange(), PROD, List.of(), by)));
    acts.put("preview", new Act(Verb.SEE, (p, id, by) -> p.preview(Changes.aChange(), PROD, by)));
    acts.put("ask", new Act(Verb.SEE, Promotions::ask));
    acts.put("find", new Act(Verb.SEE, (p, id, by) -> p.find(id.value(), by)));
    acts.put("list", new Act(Verb.SEE, (p, id, by) -> p.list(PromotionQuery.ALL, by)));
    acts.put("summaries", new Act(Verb.SEE, (p, id, by) -> p.summaries(PromotionQuery.ALL, by)));
    acts.put("timeline", new Act(Verb.SEE, (p, id, by) -> p.timeline(TimelineQuery.all(9), by)));
    acts.put("decideNow", new Act(ACTING, Promotions::decideNow));
    acts.put("approve", new Act(Verb.APPROVE, (p, id, by) -> p.approve(id, "0000", "", "", by)));
    acts.put("reject", new Act(Verb.REJECT, (p, id, by) -> p.reject(id, "why", by)));
    acts.put("waive", new Act(Verb.WAIVE, (p, id, by) -> p.waive(id, waiver, by)));
    acts.put(
        "confirmWaiver",
        new Act(Verb.WAIVE, (p, id, by) -> p.confirmWaiver(id, GateName.EVIDENCE, by)));
    acts.put(
        "revokeApproval",
        new Act(Verb.SEE, (p, id, by) -> p.revokeApproval(id, "olga", "why", by)));
    acts.put(
        "revokeWaiver",
        new Act(Verb.SEE, (p, id, by) -> p.revokeWaiver(id, GateName.EVIDENCE, "why", by)));
    acts.put("recheck", new Act(Verb.PROPOSE, Promotions::recheck));
    acts.put("attest", new Act(Verb.ATTEST, (p, id, by) -> p.attest(id, List.of(), by)));
    acts.put("abort", new Act(Verb.ABORT, (p, id, by) -> p.abort(id, "why", by)));
    acts.put(
        "rollback",
        new Act(Verb.PROPOSE, (p, id, by) -> p.rollback(SHOP, PROD, Optional.empty(), "why", by)));
    acts.put(
        "chooseWayBack",
        new Act(Verb.APPROVE, (p, id, by) -> p.chooseWayBack(id, Choice.FORWARD, "why", by)));
    return acts;
  }

  static Stream<Arguments> cells() {
    Map<String, Scope> scopes = new LinkedHashMap<>();
    scopes.put("everywhere", Scope.EVERYWHERE);
    scopes.put("here", new Scope(Set.of("shop"), Set.of("prod"), Set.of()));
    scopes.put("this application", new Scope(Set.of("shop"), Set.of(), Set.of()));
    scopes.put("this stage", new Scope(Set.of(), Set.of("prod"), Set.of()));
    scopes.put("another stage", new Scope(Set.of("shop"), Set.of("dev"), Set.of()));
    scopes.put("another application", new Scope(Set.of("till"), Set.of(), Set.of()));
    scopes.put("a shard", new Scope(Set.of(), Set.of(), Set.of("eu")));
    return ACTS.keySet().stream()
        .flatMap(
            act ->
                scopes.entrySet().stream()
                    .flatMap(
                        scope ->
                            Stream.of(TEAM, OTHERS, ROBOT, ASSISTANT)
                                .map(
                                    who ->
                                        Arguments.of(act, scope.getKey(), scope.getValue(), who))));
  }

  @ParameterizedTest(name = "{0}, right held {1}, by {3}")
  @MethodSource("cells")
  void anActIsRefusedExactlyWhereItsRightDoesNotHold(
      String name, String where, Scope scope, Actor who) {
    Act act = ACTS.get(name);
    Map<Verb, List<Grant>> grants = new EnumMap<>(Verb.class);
    act.verbs().forEach(verb -> grants.put(verb, List.of(new Grant(Set.of("team"), scope))));
    Rights rights = new Rights(grants);
    ManualEngine engine = ManualEngine.of(Rulebooks.of("shop").stage("prod", "eu-1@eu"));
    PromotionId id = engine.propose(Changes.aChange(), "prod").id();
    long version = engine.promotion(id).version();
    engine.rules(Rulebooks.of("shop").stage("prod", "eu-1@eu").rights(rights).build());

    boolean covered =
        Set.of("everywhere", "here", "this application", "this stage").contains(where);
    boolean drives = where.equals("a shard") && name.equals("decideNow");
    boolean advises =
        who.kind() == Actor.Kind.ASSISTANT
            && (drives || (!act.verbs().contains(Verb.SEE) && !act.verbs().contains(Verb.PROPOSE)));
    boolean allowed = (covered || drives) && who.groups().contains("team") && !advises;
    boolean refused = isDenied(act.call().on(engine.promotions(), id, caller(who)), id);

    assertThat(refused).isEqualTo(!allowed);
    if (refused) {
      engine.rules(Rulebooks.of("shop").stage("prod", "eu-1@eu").build());
      assertThat(engine.promotion(id).version()).isEqualTo(version);
    }
  }

  @Test
  void listsShowOnlyWhatTheActorMaySeeThere() {
    ManualEngine engine =
        ManualEngine.of(Rulebooks.of("shop").stage("dev", "d@eu").stage("prod", "eu-1@eu"));
    PromotionId dev = engine.propose(Changes.aChange(), "dev").id();
    engine.propose(Changes.aChange(), "prod");
    Scope devOnly = new Scope(Set.of(), Set.of("dev"), Set.of());
    Rights rights = new Rights(Map.of(Verb.SEE, List.of(new Grant(Set.of("team"), devOnly))));
    engine.rules(
        Rulebooks.of("shop").stage("dev", "d@eu").stage("prod", "eu-1@eu").rights(rights).build());
    Promotions api = engine.promotions();

    assertThat(api.list(PromotionQuery.ALL, caller(TEAM)).found().orElseThrow())
        .extracting(p -> p.id())
        .containsExactly(dev);
    assertThat(api.summaries(PromotionQuery.ALL, caller(TEAM)).found().orElseThrow())
        .extracting(p -> p.id())
        .containsExactly(dev);
    assertThat(api.list(PromotionQuery.ALL, caller(OTHERS)))
        .isInstanceOfSatisfying(
            Listing.Refused.class,
            refused -> assertThat(refused.reason().code()).isEqualTo(Rights.NOT_ALLOWED));
  }

  @Test
  void aPageSaysWhereTheNextOneBeginsAlsoWhenNothingOfItMayBeSeen() {
    ManualEngine engine =
        ManualEngine.of(Rulebooks.of("shop").stage("dev", "d@eu").stage("prod", "eu-1@eu"));
    PromotionId dev = engine.propose(Changes.aChange(), "dev").id();
    engine.tick(java.time.Duration.ofMinutes(1));
    PromotionId prod = engine.propose(Changes.aChange(), "prod").id();
    Scope devOnly = new Scope(Set.of(), Set.of("dev"), Set.of());
    Rights rights = new Rights(Map.of(Verb.SEE, List.of(new Grant(Set.of("team"), devOnly))));
    engine.rules(
        Rulebooks.of("shop").stage("dev", "d@eu").stage("prod", "eu-1@eu").rights(rights).build());
    PromotionQuery first =
        new PromotionQuery(Optional.empty(), Optional.empty(), false, Optional.empty(), 1);

    Listing.Shown<?> newest = (Listing.Shown<?>) engine.promotions().summaries(first, caller(TEAM));
    assertThat(newest.items()).isEmpty();
    assertThat(newest.next()).contains(prod);
    assertThat(engine.promotions().summaries(first.after(prod), caller(TEAM)).found().orElseThrow())
        .extracting(p -> p.id())
        .containsExactly(dev);
  }

  @Test
  void aPageThatBeginsAfterNoPromotionIsRefusedAndNotEmpty() {
    ManualEngine engine = ManualEngine.of(Rulebooks.of("shop").stage("prod", "eu-1@eu"));
    PromotionId last = engine.propose(Changes.aChange(), "prod").id();
    PromotionQuery mistyped = PromotionQuery.ALL.after(new PromotionId("shop-prod-0"));
    Promotions api = engine.promotions();

    assertThat(List.of(api.list(mistyped, caller(TEAM)), api.summaries(mistyped, caller(TEAM))))
        .allSatisfy(
            answer ->
                assertThat(((Listing.Refused<?>) answer).reason().code().value())
                    .isEqualTo("unknown-cursor"));
    assertThat(api.list(PromotionQuery.ALL.after(last), caller(TEAM)).found().orElseThrow())
        .isEmpty();
  }

  @Test
  void everyActOfTheApiIsInTheMatrix() {
    assertThat(Arrays.stream(Promotions.class.getMethods()).map(Method::getName))
        .containsExactlyInAnyOrderElementsOf(ACTS.keySet());
  }

  /** What may not be seen is denied by silence; what may not be done is denied with a reason. */
  private static boolean isDenied(Object answer, PromotionId id) {
    if (answer instanceof Listing<?> page) {
      return page.found().stream()
          .flatMap(List::stream)
          .noneMatch(one -> one.toString().contains(id.value()));
    }
    if (answer instanceof Result.Done<?> done) {
      return !done.value().toString().contains(id.value());
    }
    if (answer instanceof Result.Refused<?>) {
      return true;
    }
    if (answer instanceof Found found) {
      return !(found instanceof Found.One);
    }
    Optional<Reason> reason =
        answer instanceof Answer.Refused refused
            ? Optional.of(refused.reason())
            : answer instanceof Preview.Refused refused
                ? Optional.of(refused.reason())
                : Optional.empty();
    return reason.stream()
        .anyMatch(
            why ->
                why.code().equals(Rights.NOT_ALLOWED)
                    || why.code().value().equals("unknown-promotion"));
  }
}
