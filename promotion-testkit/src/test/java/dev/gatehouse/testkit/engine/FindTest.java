package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Found;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Grant;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.identity.Scope;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a person typed becomes one promotion, several, none or a refusal; never an exception. */
class FindTest {
  private static final Actor TEAM = Actor.person("olga", "team");
  private final ManualEngine engine = ManualEngine.of(rules());
  private final Promotion dev = engine.propose(Changes.aChange(), "dev");
  private final Promotion prod = engine.propose(Changes.aChange(), "prod");

  private static Rulebooks rules() {
    return Rulebooks.of("shop").stage("dev", "d@eu").stage("prod", "eu-1@eu");
  }

  private Found find(String typed) {
    return engine.promotions().find(typed, caller(TEAM));
  }

  private static PromotionId one(Found found) {
    return ((Found.One) found).promotion().id();
  }

  private void mayOnlySee(String stage) {
    Scope scope = new Scope(Set.of(), Set.of(stage), Set.of());
    Rights rights = new Rights(Map.of(Verb.SEE, List.of(new Grant(Set.of("team"), scope))));
    engine.rules(rules().rights(rights).build());
  }

  @Test
  void oneIsFoundByItsIdTheBeginningOfItAndItsPlace() {
    assertThat(one(find(dev.id().value()))).isEqualTo(dev.id());
    assertThat(one(find("shop-d"))).isEqualTo(dev.id());
    assertThat(one(find("shop/dev"))).isEqualTo(dev.id());
  }

  @Test
  void aChangeThatIsInOneStageAloneNamesItsPromotion() {
    String change = dev.change().id().value();
    mayOnlySee("dev");
    assertThat(one(find(change))).isEqualTo(dev.id());
    assertThat(one(find(dev.change().id().brief()))).isEqualTo(dev.id());
    assertThat(
            one(
                find(
                    change
                        .substring(0, 9)
                        .toUpperCase(java.util.Locale.ROOT)
                        .replace("SHOP", "shop"))))
        .isEqualTo(dev.id());
    assertThat(find("shop@0000")).isInstanceOf(Found.None.class);
    assertThat(find("no name@0000")).isInstanceOf(Found.None.class);
  }

  @Test
  void ofSeveralTheCandidatesAreNamed() {
    for (String typed : List.of("shop-", dev.change().id().brief())) {
      Found.Several several = (Found.Several) find(typed);
      assertThat(several.candidates())
          .extracting(PromotionSummary::id)
          .containsExactly(dev.id(), prod.id());
      assertThat(several.reason().next()).contains(dev.id().value(), prod.id().value());
    }
  }

  @Test
  void whatMayNotBeSeenReadsAsIfItWereNotThere() {
    mayOnlySee("dev");
    String unknown = "shop-prod-00000000";
    Found.None hidden = (Found.None) find(prod.id().value());
    Found.None absent = (Found.None) find(unknown);

    assertThat(hidden.reason().line().replace(prod.id().value(), unknown))
        .isEqualTo(absent.reason().line());
    assertThat(one(find("shop-"))).isEqualTo(dev.id());
    Answer ask = engine.promotions().ask(prod.id(), caller(TEAM));
    assertThat(((Answer.Refused) ask).reason()).isEqualTo(hidden.reason());
    assertThat(
            ((Answer.Refused)
                    engine.promotions().revokeApproval(prod.id(), "olga", "", caller(TEAM)))
                .reason())
        .isEqualTo(hidden.reason());
  }

  @Test
  void aPlaceThatMayNotBeSeenIsRefusedWhateverIsThere() {
    mayOnlySee("dev");
    assertThat(find("shop/prod").why().orElseThrow().code()).isEqualTo(Rights.NOT_ALLOWED);
    assertThat(find("shop/nowhere").why().orElseThrow().code()).isEqualTo(Rights.NOT_ALLOWED);
    assertThat(engine.promotions().find("shop/dev", caller(Actor.person("paul"))).kind())
        .isEqualTo(Found.Kind.REFUSED);
  }

  @Test
  void onesThatMayNotBeSeenDoNotHideALaterOne() {
    for (int i = 0; i < 8; i++) {
      engine.tick(Duration.ofMinutes(1));
      engine.propose(Changes.aChange("shop", "v" + i), "dev");
    }
    mayOnlySee("prod");
    assertThat(one(find("shop-"))).isEqualTo(prod.id());
  }

  @Test
  void whatIsNoNameAtAllIsNotFoundInsteadOfThrown() {
    for (String typed :
        List.of("", " ", "..", "/", "a/", "@", "%", "shop\u0000dev", "x".repeat(9000))) {
      assertThat(find(typed)).as(typed).isInstanceOf(Found.None.class);
    }
  }
}
