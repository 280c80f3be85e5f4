package dev.gatehouse.jenkins.waiting;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatehouse.api.Listing;
import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.approval.ApprovalCheck;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.jenkins.build.BuildRecord;
import dev.gatehouse.jenkins.build.Builds;
import dev.gatehouse.jenkins.build.ChangeRequest;
import dev.gatehouse.jenkins.build.TestCounts;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.Step;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.ProcessDied;
import dev.gatehouse.testkit.Rulebooks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PromoteStepTest {
  private static final Actor PAT = Actor.person("pat");
  private static final Actor JENKINS = Actor.service("jenkins");
  private static final JenkinsWords WORDS = new JenkinsWords("https://ci.example.com/gatehouse/");

  private final List<String> log = new ArrayList<>();
  private BuildRecord build = Builds.green();
  private boolean waits = true;

  private static Rulebooks rules() {
    return Rulebooks.of("shop")
        .stage("prod", "eu-1@eu")
        .person("pat")
        .person("ann", "owners")
        .person("olga", "owners")
        .actor(JENKINS);
  }

  private static ManualEngine approved() {
    return engine(model -> Controls.approvals(model, 1, "owners"));
  }

  private static ManualEngine engine(UnaryOperator<dev.gatehouse.policy.ControlModel> controls) {
    return ManualEngine.of(rules().controls(controls));
  }

  private PromoteStep step(ManualEngine engine) {
    return step(engine, "registry.example/shop:2");
  }

  private PromoteStep step(ManualEngine engine, String image) {
    ChangeRequest request = new ChangeRequest("shop", "prod", List.of(image), "");
    return new PromoteStep(
        engine.promotions(),
        new Assignment(request, () -> build, caller(PAT), caller(JENKINS), waits),
        WORDS);
  }

  private static Bookmark begin(ManualEngine engine) {
    return Bookmark.begin(now(engine), Optional.of(Duration.ofHours(2)));
  }

  private static Instant now(ManualEngine engine) {
    return engine.clock().instant();
  }

  private Turn turn(PromoteStep step, Bookmark bookmark, ManualEngine engine) {
    Turn turn = step.turn(bookmark, now(engine));
    log.addAll(turn.log());
    return turn;
  }

  private static List<Promotion> all(ManualEngine engine) {
    Listing<Promotion> found = engine.promotions().list(PromotionQuery.ALL, caller(JENKINS));
    return found.found().orElseThrow();
  }

  private static Promotion only(ManualEngine engine) {
    assertThat(all(engine)).hasSize(1);
    return all(engine).get(0);
  }

  private static String failure(Turn turn) {
    return ((Ending.Failed) turn.ending().orElseThrow()).reason().code().value();
  }

  private void approve(ManualEngine engine, String by) {
    engine.runAnyDue();
    Promotion promotion = only(engine);
    accepted(
        engine
            .promotions()
            .approve(
                promotion.id(),
                promotion.lastPlan().orElseThrow().hash().value(),
                "",
                "",
                caller(Actor.person(by))));
    engine.runAnyDue();
  }

  @Test
  void itWaitsForAnApprovalAndReturnsWhatWasPromoted() {
    ManualEngine engine = approved();
    PromoteStep step = step(engine);
    Bookmark bookmark = turn(step, begin(engine), engine).bookmark();
    engine.runAnyDue();
    assertThat(turn(step, bookmark, engine).ending()).isEmpty();
    approve(engine, "olga");
    engine.tick(Duration.ofMinutes(5));
    Turn last = turn(step, bookmark, engine);

    StepResult result = ((Ending.Returned) last.ending().orElseThrow()).result();
    assertThat(result.values())
        .containsEntry("status", "done")
        .containsEntry("promotion", only(engine).id().value())
        .containsEntry("planHash", only(engine).lastPlan().orElseThrow().hash().value());
    assertThat(log).anyMatch(line -> line.contains("Approval is missing: 1 of owners"));
    assertThat(log)
        .anyMatch(
            line ->
                line.contains(
                    "approve at https://ci.example.com/gatehouse/promotion/" + only(engine).id()));
  }

  @Test
  void aStateIsPrintedOnceHoweverOftenItIsLookedAt() {
    ManualEngine engine = approved();
    PromoteStep step = step(engine);
    Bookmark bookmark = turn(step, begin(engine), engine).bookmark();
    engine.runAnyDue();
    turn(step, bookmark, engine);
    int printed = log.size();
    for (int i = 0; i < 30; i++) {
      engine.tick(Duration.ofMinutes(1));
      turn(step, bookmark, engine);
    }
    assertThat(log).hasSize(printed);
  }

  @Test
  void itResumesAfterARestartWithItsBookmarkAlone() throws Exception {
    ManualEngine engine = approved();
    Bookmark bookmark = turn(step(engine), begin(engine), engine).bookmark();
    approve(engine, "olga");
    Bookmark read = serialized(bookmark);
    engine.restart();
    engine.tick(Duration.ofMinutes(5));

    Turn after = turn(step(engine), read, engine);
    assertThat(after.ending().orElseThrow().kind()).isEqualTo(Ending.Kind.RETURNED);
    assertThat(only(engine).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aControllerThatDiesBeforeItNotesTheIdProposesNoSecondTime() {
    ManualEngine engine = engine(UnaryOperator.identity());
    Bookmark bookmark = begin(engine);
    engine.dieAt(Step.PROPOSED, 1);
    assertThat(catchThrowable(() -> step(engine).turn(bookmark, now(engine))))
        .isInstanceOf(ProcessDied.class);
    engine.restart();
    engine.tick(Duration.ofMinutes(10));
    assertThat(only(engine).phase()).isEqualTo(PromotionPhase.SUCCEEDED);

    Turn found = turn(step(engine), bookmark, engine);
    assertThat(found.bookmark().id()).contains(only(engine).id());
    assertThat(turn(step(engine), found.bookmark(), engine).ending()).isPresent();
    assertThat(only(engine).joined()).isEmpty();
    assertThat(engine.git().log(Rulebooks.BRANCH)).as("the first commit and ours").hasSize(2);
  }

  @Test
  void theSameChangeInALaterBuildIsProposedAgain() {
    ManualEngine engine = engine(UnaryOperator.identity());
    turn(step(engine), begin(engine), engine);
    engine.tick(Duration.ofMinutes(10));
    turn(step(engine), begin(engine), engine);

    assertThat(all(engine)).hasSize(2);
  }

  @Test
  void testResultsAreStatedByJenkinsAndOnce() {
    ManualEngine engine = engine(model -> Controls.evidence(model, "trust.tests"));
    PromoteStep step = step(engine);
    Bookmark bookmark = turn(step, begin(engine), engine).bookmark();
    turn(step, bookmark, engine);
    turn(step(engine), bookmark, engine);
    engine.tick(Duration.ofMinutes(5));

    assertThat(only(engine).evidence()).hasSize(1);
    assertThat(only(engine).evidence().get(0).source().value()).isEqualTo("service:jenkins");
    assertThat(turn(step, bookmark, engine).ending()).isPresent();
  }

  @Test
  void aReportThatComesWhileTheStepWaitsIsStatedAsWell() {
    build = Builds.with(Optional.empty());
    ManualEngine engine = engine(model -> Controls.evidence(model, "trust.tests"));
    PromoteStep step = step(engine);
    Bookmark bookmark = turn(step, begin(engine), engine).bookmark();
    engine.tick(Duration.ofMinutes(5));
    assertThat(turn(step, bookmark, engine).ending()).isEmpty();

    build = Builds.with(Optional.of(new TestCounts(1, 0, 0)));
    turn(step, bookmark, engine);
    engine.tick(Duration.ofMinutes(5));
    assertThat(turn(step, bookmark, engine).ending()).isPresent();
  }

  @Test
  void factsThatDoNotCountAreSaidOnceAndTheStepWaits() {
    ManualEngine engine =
        ManualEngine.of(
            rules()
                .controls(model -> Controls.evidence(model, "trust.tests"))
                .rights(Rights.everywhere(Map.of(Verb.ATTEST, Set.of("owners")))));
    PromoteStep step = step(engine);
    Bookmark bookmark = turn(step, begin(engine), engine).bookmark();
    for (int i = 0; i < 5; i++) {
      assertThat(turn(step, bookmark, engine).ending()).isEmpty();
    }
    assertThat(log).filteredOn(line -> line.contains("do not count")).hasSize(1);
  }

  @Test
  void theAuthorOfTheBuildMayNotApproveIt() {
    ManualEngine engine = approved();
    turn(step(engine), begin(engine), engine);
    engine.runAnyDue();
    Promotion promotion = only(engine);
    String hash = promotion.lastPlan().orElseThrow().hash().value();

    var answer =
        engine.promotions().approve(promotion.id(), hash, "", "", caller(Actor.person("ann")));
    assertThat(((dev.gatehouse.api.Answer.Refused) answer).reason().code())
        .isEqualTo(ApprovalCheck.SEPARATION_OF_DUTIES);
  }

  @Test
  void withoutWaitingItReturnsWhileThePromotionIsHeld() {
    waits = false;
    ManualEngine engine = approved();
    PromoteStep step = step(engine);
    Bookmark bookmark = turn(step, begin(engine), engine).bookmark();
    engine.runAnyDue();
    Turn turn = turn(step, bookmark, engine);

    StepResult result = ((Ending.Returned) turn.ending().orElseThrow()).result();
    assertThat(result.status()).isEqualTo("held");
    assertThat(only(engine).evidence()).hasSize(1);
  }

  @Test
  void aMisspeltRequestFailsTheBuildAndProposesNothing() {
    ManualEngine engine = approved();
    assertThat(failure(turn(step(engine, "no image"), begin(engine), engine)))
        .isEqualTo("invalid-artifact");
    assertThat(all(engine)).isEmpty();
  }

  @Test
  void aRejectedPromotionFailsTheBuildWithItsReason() {
    ManualEngine engine = approved();
    PromoteStep step = step(engine);
    Bookmark bookmark = turn(step, begin(engine), engine).bookmark();
    engine.runAnyDue();
    accepted(
        engine.promotions().reject(only(engine).id(), "not today", caller(Actor.person("olga"))));
    engine.runAnyDue();

    Turn last = turn(step, bookmark, engine);
    assertThat(((Ending.Failed) last.ending().orElseThrow()).reason().what()).contains("not today");
  }

  @Test
  void aStepThatWaitedTooLongAbortsWhatHasNotStarted() {
    ManualEngine engine = approved();
    PromoteStep step = step(engine);
    Bookmark bookmark = turn(step, begin(engine), engine).bookmark();
    engine.tick(Duration.ofHours(2));

    assertThat(failure(turn(step, bookmark, engine))).isEqualTo("jenkins-waited-too-long");
    engine.runAnyDue();
    assertThat(only(engine).phase()).isEqualTo(PromotionPhase.ABORTED);
  }

  @Test
  void anAbortedBuildAbortsWhatHasNotStartedInTheNameOfWhoAborted() {
    ManualEngine engine = approved();
    PromoteStep step = step(engine);
    Bookmark bookmark = turn(step, begin(engine), engine).bookmark();
    engine.runAnyDue();
    List<String> last =
        step.stop(
            bookmark, new Stop("build aborted by olga", Optional.of(caller(Actor.person("olga")))));
    engine.runAnyDue();

    assertThat(last).singleElement().asString().contains("was aborted");
    assertThat(only(engine).phase()).isEqualTo(PromotionPhase.ABORTED);
    assertThat(only(engine).reason().orElseThrow().what()).contains("olga");
  }

  @Test
  void anAbortedBuildLeavesWhatHasStarted() {
    ManualEngine engine = engine(UnaryOperator.identity());
    engine.live().answer("eu-1", LiveState.Status.PROGRESSING);
    PromoteStep step = step(engine);
    Bookmark bookmark = turn(step, begin(engine), engine).bookmark();
    engine.tick(Duration.ofMinutes(1));
    List<String> last = step.stop(bookmark, new Stop("build aborted", Optional.empty()));
    engine.tick(Duration.ofMinutes(1));

    assertThat(last).singleElement().asString().contains("it has started").contains("/promotion/");
    assertThat(only(engine).phase()).isEqualTo(PromotionPhase.RUNNING);
  }

  @Test
  void anAbortedBuildLeavesWhatOthersProposedAsWell() {
    ManualEngine engine = approved();
    PromoteStep step = step(engine);
    Bookmark bookmark = turn(step, begin(engine), engine).bookmark();
    engine.runAnyDue();
    engine
        .promotions()
        .propose(
            only(engine).change(), only(engine).stage(), List.of(), caller(Actor.person("olga")));

    assertThat(step.stop(bookmark, new Stop("build aborted", Optional.empty())))
        .singleElement()
        .asString()
        .contains("others proposed it");
    engine.runAnyDue();
    assertThat(only(engine).phase()).isEqualTo(PromotionPhase.PENDING);
  }

  @Test
  void aRightThatIsTakenAwayHoldsTheStepAndFailsNothing() {
    ManualEngine engine = approved();
    PromoteStep step = step(engine);
    Bookmark bookmark = turn(step, begin(engine), engine).bookmark();
    engine.rules(
        rules()
            .controls(model -> Controls.approvals(model, 1, "owners"))
            .rights(Rights.everywhere(Map.of(Verb.SEE, Set.of("owners"))))
            .build());
    assertThat(turn(step, bookmark, engine).ending()).isEmpty();
    assertThat(turn(step, bookmark, engine).ending()).isEmpty();
    assertThat(log).filteredOn(line -> line.contains("may not see")).hasSize(1);
  }

  private static Bookmark serialized(Bookmark bookmark) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(bookmark);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Bookmark) in.readObject();
    }
  }
}
