package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Listing;
import dev.gatehouse.api.Preview;
import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.api.Promotions;
import dev.gatehouse.api.WaiverRequest;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where identities are given, a name that is none of them does nothing, and a slip is noticed. */
class KnownActorsTest {
  private static final Actor OLGA = Actor.person("olga");
  private static final StageName PROD = new StageName("prod");
  private static final GateName EVIDENCE = GateName.EVIDENCE;
  private final ManualEngine engine =
      ManualEngine.of(
          Rulebooks.of("shop")
              .stage("prod", "eu-1@eu")
              .person("olga", "owners")
              .person("pat", "owners")
              .controls(m -> Controls.evidence(m, "trust.tests")));
  private final PromotionId id = engine.propose(Changes.aChange(), "prod").id();

  @Test
  void anUnknownActorIsRefusedForEveryAct() throws ReflectiveOperationException {
    long version = engine.promotion(id).version();
    for (Actor stranger : List.of(Actor.person("ogla"), Actor.service("ogla", "owners"))) {
      for (Method act : acts()) {
        Answer answer = (Answer) act.invoke(engine.promotions(), arguments(act, stranger));
        Reason reason = ((Answer.Refused) answer).reason();
        assertThat(reason.code().value()).as(act.getName()).isEqualTo("unknown-actor");
        assertThat(reason.next()).as(act.getName()).contains("Did you mean 'olga'?");
      }
      Preview preview = engine.promotions().preview(Changes.aChange(), PROD, caller(stranger));
      assertThat(((Preview.Refused) preview).reason().code().value()).isEqualTo("unknown-actor");
      assertThat(engine.promotions().list(PromotionQuery.ALL, caller(stranger)))
          .isInstanceOf(Listing.Refused.class);
    }
    assertThat(engine.promotion(id).version()).isEqualTo(version);
  }

  private static List<Method> acts() {
    return Arrays.stream(Promotions.class.getMethods())
        .filter(method -> method.getReturnType() == Answer.class)
        .toList();
  }

  private Object[] arguments(Method act, Actor by) {
    return Arrays.stream(act.getParameterTypes()).map(type -> argument(type, by)).toArray();
  }

  /** A new act with another kind of argument needs a line here. */
  private Object argument(Class<?> type, Actor by) {
    List<Object> samples =
        List.of(
            caller(by),
            id,
            PROD,
            EVIDENCE,
            "text",
            new ApplicationName("shop"),
            Changes.aChange("shop", "9"),
            new WaiverRequest(EVIDENCE, "olga", "for a reason", Waiver.Scope.PLAN, Instant.MAX));
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type == List.class) {
      return List.of();
    }
    return type == Optional.class
        ? Optional.empty()
        : samples.stream().filter(type::isInstance).findFirst().orElseThrow();
  }

  @Test
  void withoutIdentitiesEverybodyIsBelieved() {
    ManualEngine open = ManualEngine.of(Rulebooks.of("shop").stage("prod", "eu-1@eu"));

    accepted(
        open.promotions()
            .propose(Changes.aChange(), PROD, List.of(), caller(Actor.person("whoever"))));
  }

  @Test
  void aFactThatNothingAsksForIsNoticedWithAGuess() {
    Answer attested = engine.promotions().attest(id, List.of(fact("trust.tets")), caller(OLGA));
    Answer proposed =
        engine
            .promotions()
            .propose(Changes.aChange(), PROD, List.of(fact("nothing.near")), caller(OLGA));

    assertThat(notices(attested)).singleElement().satisfies(KnownActorsTest::guessesTests);
    assertThat(notices(proposed))
        .singleElement()
        .satisfies(notice -> assertThat(notice.code().value()).isEqualTo("unasked-fact"));
    assertThat(engine.promotion(id).evidence()).hasSize(2);
  }

  private static void guessesTests(Reason notice) {
    assertThat(notice.code().value()).isEqualTo("unasked-fact");
    assertThat(notice.next()).contains("Did you mean 'trust.tests'?");
  }

  @Test
  void aFactThatIsAskedForIsNotNoticed() {
    List<Evidence> facts = List.of(fact("trust.tests"), fact("bake.samples"));

    assertThat(notices(engine.promotions().attest(id, facts, caller(OLGA)))).isEmpty();
  }

  @Test
  void anAuthorWhoseNameIsAlmostKnownIsNoticed() {
    Answer answer =
        engine.promotions().propose(Changes.by("shop", "2", "ogla"), PROD, List.of(), caller(OLGA));
    Answer stranger =
        engine
            .promotions()
            .propose(Changes.by("shop", "2", "renovate"), PROD, List.of(), caller(OLGA));

    assertThat(notices(answer))
        .singleElement()
        .satisfies(notice -> assertThat(notice.next()).contains("Did you mean 'olga'?"));
    assertThat(notices(stranger)).isEmpty();
  }

  private Evidence fact(String check) {
    return new Evidence.Condition(
        check, "ci", engine.clock().instant(), Evidence.Condition.Status.TRUE, "");
  }

  private static List<Reason> notices(Answer answer) {
    return ((Answer.Accepted) answer).notices();
  }
}
