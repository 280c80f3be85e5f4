package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.WaiverRequest;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.Reversibility;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.FixedRisk;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who wrote or proposed a change decides nothing about it, however they came to it. */
class DutiesTest {
  private static final Actor OLGA = Actor.person("olga");
  private static final Actor OTTO = Actor.person("otto");
  private static final Actor ANN = Actor.person("ann");
  private static final Actor PAT = Actor.person("pat");
  private static final Actor CI = Actor.service("ci");
  private final Rulebooks rules =
      Rulebooks.of("shop")
          .stage("prod", "eu-1@eu")
          .person("olga", "owners")
          .person("otto", "owners")
          .person("ann", "owners")
          .person("pat", "owners")
          .person("ci", "pipelines")
          .controls(m -> Controls.approvals(Controls.evidence(m, "trust.tests"), 1, "owners"));
  private ManualEngine engine = ManualEngine.of(rules);

  @Test
  void anAuthorWhoIsNamedByALaterProposalCannotApprove() {
    PromotionId id = proposed("ann");
    propose(PAT, "olga");

    assertThat(code(approve(id, OLGA))).isEqualTo("separation-of-duties");
    assertThat(engine.promotion(id).change().authors()).hasSize(2);
  }

  @Test
  void anApprovalByAnAuthorWhoIsNamedLaterIsVoidAndTheHoldSaysSo() {
    PromotionId id = proposed("ann");
    accepted(approve(id, OLGA));
    propose(CI, "olga");
    fact(id);
    engine.runAnyDue();

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.PENDING);
    assertThat(hold(id, GateName.APPROVAL).what())
        .contains("void because they wrote or proposed the change: olga");
    accepted(approve(id, OTTO));
    engine.runAnyDue();
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void whoeverProposesTheSameAgainCannotApproveIt() {
    PromotionId id = proposed("ann");
    propose(OTTO);

    assertThat(engine.promotion(id).joined()).extracting(Actor::id).containsExactly("otto");
    assertThat(code(approve(id, OTTO))).isEqualTo("separation-of-duties");
  }

  @Test
  void theSameProposalAgainAddsNothing() {
    PromotionId id = proposed("ann");
    propose(CI, "ann");
    long version = engine.promotion(id).version();
    propose(CI, "ann");
    propose(PAT, "ANN");

    assertThat(engine.promotion(id).version()).isEqualTo(version);
  }

  @Test
  void anAuthorIsKnownUnderTheAddressInACommitWhateverItsForm() {
    addresses();
    PromotionId id = proposed("Olga Olsen <Olga@Example.com>");
    propose(CI, " otto@example.com ");

    assertThat(code(approve(id, OLGA))).isEqualTo("separation-of-duties");
    assertThat(code(approve(id, OTTO))).isEqualTo("separation-of-duties");
  }

  @Test
  void anAddressThatIsAssignedLaterCountsFromThenOn() {
    PromotionId id = proposed("olga@example.com");
    addresses();

    assertThat(code(approve(id, OLGA))).isEqualTo("separation-of-duties");
  }

  @Test
  void authorsAndProposersWaiveNothing() {
    PromotionId id = proposed("ann");
    propose(CI);

    for (GateName gate : List.of(GateName.APPROVAL, GateName.EVIDENCE, GateName.SHARD)) {
      assertThat(code(waive(id, gate, ANN, "ann"))).isEqualTo("separation-of-duties");
      assertThat(code(waive(id, gate, PAT, "olga"))).isEqualTo("separation-of-duties");
    }
    assertThat(engine.promotion(id).waivers()).isEmpty();
  }

  @Test
  void aWaiverBySomebodyWhoTurnsOutToBeAnAuthorIsVoid() {
    PromotionId id = proposed("ann");
    accepted(waive(id, GateName.EVIDENCE, OLGA, "olga"));
    propose(CI, "olga");
    accepted(approve(id, OTTO));
    engine.runAnyDue();

    assertThat(engine.promotion(id).holding())
        .extracting(result -> result.gate())
        .containsExactly(GateName.EVIDENCE);
  }

  @ParameterizedTest
  @EnumSource(
      value = RiskLevel.class,
      names = {"HIGH", "CRITICAL"})
  void fromHighOnAWaiverOfApprovalOrEvidenceNeedsASecondPerson(RiskLevel level) {
    engine = at(level);
    PromotionId id = proposed("ann");
    for (GateName gate : List.of(GateName.APPROVAL, GateName.EVIDENCE)) {
      accepted(waive(id, gate, OLGA, "owners"));
      engine.runAnyDue();
      assertThat(hold(id, gate).what()).contains("A waiver by olga waits for a second person.");
      assertThat(hold(id, gate).steps())
          .contains(new NextStep.ConfirmWaiver(Optional.empty(), gate.value()));
      assertThat(code(confirm(id, gate, OLGA))).isEqualTo("second-person-needed");
      assertThat(code(confirm(id, gate, ANN))).isEqualTo("separation-of-duties");
      assertThat(code(confirm(id, gate, PAT))).isEqualTo("separation-of-duties");
    }
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.PENDING);

    accepted(confirm(id, GateName.APPROVAL, OTTO));
    accepted(confirm(id, GateName.EVIDENCE, OTTO));
    engine.runAnyDue();
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aSecondPersonWhoTurnsOutToBeAnAuthorConfirmsNothing() {
    engine = at(RiskLevel.HIGH);
    PromotionId id = proposed("ann");
    accepted(waive(id, GateName.EVIDENCE, OLGA, "owners"));
    accepted(confirm(id, GateName.EVIDENCE, OTTO));
    propose(CI, "otto");
    engine.runAnyDue();

    assertThat(hold(id, GateName.EVIDENCE).what()).contains("waits for a second person");
  }

  @Test
  void belowHighOnePersonWaivesAlone() {
    engine = at(RiskLevel.MEDIUM);
    PromotionId id = proposed("ann");
    accepted(waive(id, GateName.APPROVAL, OLGA, "olga"));
    accepted(waive(id, GateName.EVIDENCE, OLGA, "olga"));
    engine.runAnyDue();

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void theOwnerOfAWaiverIsAPersonOrAGroupThatIsKnown() {
    PromotionId id = proposed("ann");

    Reason refusal = refusal(waive(id, GateName.EVIDENCE, OLGA, "owner"));
    assertThat(refusal.code().value()).isEqualTo("unknown-owner");
    assertThat(refusal.next()).contains("Did you mean 'owners'?");
    assertThat(code(waive(id, GateName.EVIDENCE, OLGA, "nobody"))).isEqualTo("unknown-owner");
    accepted(waive(id, GateName.EVIDENCE, OLGA, "owners"));
    accepted(waive(id, GateName.APPROVAL, OLGA, "ANN"));
  }

  @Test
  void noWaiverLastsLongerThanTheRulesAllow() {
    PromotionId id = proposed("ann");
    Answer tooLong = waive(id, GateName.EVIDENCE, OLGA, "olga", Duration.ofDays(30).plusSeconds(1));

    assertThat(code(tooLong)).isEqualTo("waiver-too-long");
    assertThat(refusal(tooLong).next()).contains("no later than 2026-12-23T09:00:00Z");
    accepted(waive(id, GateName.EVIDENCE, OLGA, "olga", Duration.ofDays(30)));
  }

  private ManualEngine at(RiskLevel level) {
    return new ManualEngine(
        rules.build(),
        rules.repository(),
        FixedRisk.of(ChangeClass.APPLICATION, level, Reversibility.R0));
  }

  private void addresses() {
    Rulebook now = rules.build();
    Map<String, Actor> people = new HashMap<>(now.directory().actors());
    Map<String, String> addresses = Map.of("olga@example.com", "olga", "otto@example.com", "otto");
    engine.rules(
        new Rulebook(
            now.paths(),
            now.shards(),
            now.models(),
            now.demands(),
            now.windows(),
            now.roles(),
            now.rights(),
            new Directory(people, addresses)));
  }

  private PromotionId proposed(String... authors) {
    PromotionId id = propose(PAT, authors).id();
    engine.runAnyDue();
    return id;
  }

  private Promotion propose(Actor by, String... authors) {
    return accepted(
        engine
            .promotions()
            .propose(
                Changes.by("shop", "2", authors), new StageName("prod"), List.of(), caller(by)));
  }

  private void fact(PromotionId id) {
    Evidence fact =
        new Evidence.Condition(
            "trust.tests", "ci", engine.clock().instant(), Evidence.Condition.Status.TRUE, "");
    accepted(engine.promotions().attest(id, List.of(fact), caller(PAT)));
  }

  private Answer approve(PromotionId id, Actor by) {
    String hash = engine.promotion(id).plan().orElseThrow().hash().value();
    return engine.promotions().approve(id, hash, "", "", caller(by));
  }

  private Answer confirm(PromotionId id, GateName gate, Actor by) {
    return engine.promotions().confirmWaiver(id, gate, caller(by));
  }

  private Answer waive(PromotionId id, GateName gate, Actor by, String owner) {
    return waive(id, gate, by, owner, Duration.ofHours(4));
  }

  private Answer waive(PromotionId id, GateName gate, Actor by, String owner, Duration span) {
    WaiverRequest request =
        new WaiverRequest(
            gate,
            owner,
            "customers cannot pay",
            Waiver.Scope.PLAN,
            engine.clock().instant().plus(span));
    return engine.promotions().waive(id, request, caller(by));
  }

  private Reason hold(PromotionId id, GateName gate) {
    return engine.promotion(id).holding().stream()
        .filter(result -> result.gate().equals(gate))
        .flatMap(result -> result.verdict().holdReason().stream())
        .findFirst()
        .orElseThrow();
  }

  private static Reason refusal(Answer answer) {
    return ((Answer.Refused) answer).reason();
  }

  private static String code(Answer answer) {
    return refusal(answer).code().value();
  }
}
