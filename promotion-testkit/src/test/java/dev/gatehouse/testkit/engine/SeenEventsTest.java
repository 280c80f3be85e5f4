package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.Result;
import dev.gatehouse.api.TimelinePage;
import dev.gatehouse.api.TimelineQuery;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.history.Positioned;
import dev.gatehouse.history.ShardEvent;
import dev.gatehouse.history.StreamEvent;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Grant;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.identity.Scope;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The timeline of the api: page by page, each event only to those who may see its place. */
class SeenEventsTest {
  private static final Actor TEAM = Actor.person("olga", "team");
  private static final StreamId EU = new StreamId.Shard(new ShardName("eu"));
  private final ManualEngine engine = ManualEngine.of(rules());
  private final Promotion dev = engine.propose(Changes.aChange(), "dev");
  private final Promotion prod = engine.propose(Changes.aChange(), "prod");

  private static Rulebooks rules() {
    return Rulebooks.of("shop").stage("dev", "d@eu").stage("prod", "eu-1@eu");
  }

  private void freeze() {
    engine
        .store()
        .append(
            EU,
            0,
            List.of(
                new StreamEvent(
                    EU,
                    1,
                    engine.clock().instant(),
                    TEAM,
                    new ShardEvent.Frozen("stock-taking", Optional.empty()))));
  }

  private void maySee(Scope scope) {
    Rights rights = new Rights(Map.of(Verb.SEE, List.of(new Grant(Set.of("team"), scope))));
    engine.rules(rules().rights(rights).build());
  }

  private TimelinePage page(TimelineQuery query) {
    return ((Result.Done<TimelinePage>) engine.promotions().timeline(query, caller(TEAM))).value();
  }

  private static List<String> streams(TimelinePage page) {
    return page.events().stream().map(one -> one.event().stream().key()).distinct().toList();
  }

  @Test
  void pagesFollowEachOtherWithoutAGapAndTheLastCursorGoesOnLater() {
    engine.runAnyDue();
    List<Positioned> all = page(TimelineQuery.all(1_000)).events();
    List<Positioned> paged = new ArrayList<>();
    TimelinePage page = page(TimelineQuery.all(2));
    paged.addAll(page.events());
    while (page.more()) {
      page = page(TimelineQuery.all(2).from(page.position()));
      assertThat(page.events()).hasSizeLessThanOrEqualTo(2);
      paged.addAll(page.events());
    }
    assertThat(paged).isEqualTo(all).hasSizeGreaterThan(3);

    freeze();
    assertThat(streams(page(TimelineQuery.all(9).from(page.position())))).containsExactly(EU.key());
  }

  @Test
  void promotionsApplicationsAndShardsHaveTheirOwn() {
    freeze();
    assertThat(streams(page(TimelineQuery.of(StreamId.of(dev.id()), 9))))
        .containsExactly(dev.id().value());
    StreamId shop = new StreamId.Application(new ApplicationName("shop"));
    assertThat(streams(page(TimelineQuery.of(shop, 99))))
        .containsExactly(dev.id().value(), prod.id().value());
    assertThat(streams(page(TimelineQuery.of(EU, 9)))).containsExactly(EU.key());
  }

  @Test
  void aCallerSeesOnlyTheEventsOfPlacesThatItMaySee() {
    freeze();
    maySee(new Scope(Set.of(), Set.of("dev"), Set.of()));
    assertThat(streams(page(TimelineQuery.all(99)))).containsExactly(dev.id().value());
    assertThat(page(TimelineQuery.of(StreamId.of(prod.id()), 9)).events()).isEmpty();
    maySee(new Scope(Set.of(), Set.of(), Set.of("eu")));
    assertThat(streams(page(TimelineQuery.all(99)))).containsExactly(EU.key());
  }

  @Test
  void theCursorMovesPastEventsThatMayNotBeSeen() {
    maySee(new Scope(Set.of(), Set.of("prod"), Set.of()));
    TimelinePage first = page(TimelineQuery.all(1));
    assertThat(first.events()).isEmpty();
    assertThat(first.more()).isTrue();
    assertThat(streams(page(TimelineQuery.all(1).from(first.position()))))
        .containsExactly(prod.id().value());
  }

  @Test
  void whoMaySeeNothingIsRefusedInsteadOfShownAnEmptyPage() {
    maySee(new Scope(Set.of(), Set.of("dev"), Set.of()));
    assertThat(engine.promotions().timeline(TimelineQuery.all(9), caller(Actor.person("paul"))))
        .isInstanceOf(Result.Refused.class);
    assertThat(engine.promotions().timeline(TimelineQuery.of(EU, 9), caller(TEAM)))
        .isInstanceOf(Result.Refused.class);
  }
}
