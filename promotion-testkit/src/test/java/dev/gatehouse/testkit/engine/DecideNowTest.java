package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.Answer;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A decision is taken now for a caller who may act on the promotion, and for nobody else. */
class DecideNowTest {
  private final ManualEngine engine = ManualEngine.of(rules());
  private final Promotion promotion = engine.propose(Changes.aChange(), "prod");

  private static Rulebooks rules() {
    return Rulebooks.of("shop").stage("prod", "eu-1@eu");
  }

  private void rights(Map<Verb, Set<String>> some) {
    Map<Verb, Set<String>> groups = new EnumMap<>(Verb.class);
    for (Verb verb : Verb.values()) {
      groups.put(verb, Set.of("nobody"));
    }
    groups.put(Verb.SEE, Set.of("team", "readers"));
    groups.putAll(some);
    engine.rules(rules().rights(Rights.everywhere(groups)).build());
  }

  @Test
  void itPlansWhatNobodyHasPlannedYet() {
    Answer answer = engine.promotions().decideNow(promotion.id(), caller(Actor.person("olga")));
    assertThat(promotion.plan()).isEmpty();
    assertThat(((Answer.Accepted) answer).promotion().plan()).isPresent();
  }

  @Test
  void anApproverMayHaveItDecidedAndAReaderMayNot() {
    rights(Map.of(Verb.APPROVE, Set.of("team")));
    Answer reader =
        engine.promotions().decideNow(promotion.id(), caller(Actor.person("rita", "readers")));
    assertThat(((Answer.Refused) reader).reason().code()).isEqualTo(Rights.NOT_ALLOWED);
    assertThat(((Answer.Refused) reader).reason().what()).contains("may not execute");
    Answer approver =
        engine.promotions().decideNow(promotion.id(), caller(Actor.person("olga", "team")));
    assertThat(((Answer.Accepted) approver).promotion().plan()).isPresent();
  }

  @Test
  void anAssistantThatMayExecuteNothingDecidesNothing() {
    rights(Map.of(Verb.EXECUTE, Set.of("team")));
    Actor bot = new Actor("bot", Actor.Kind.ASSISTANT, Set.of("team"));
    assertThat(engine.promotions().decideNow(promotion.id(), caller(bot)))
        .isInstanceOf(Answer.Refused.class);
  }
}
