package dev.gatehouse.testkit.contract;

import static dev.gatehouse.testkit.contract.Histories.AT;
import static dev.gatehouse.testkit.contract.Histories.bypassFound;
import static dev.gatehouse.testkit.contract.Histories.ended;
import static dev.gatehouse.testkit.contract.Histories.frozen;
import static dev.gatehouse.testkit.contract.Histories.id;
import static dev.gatehouse.testkit.contract.Histories.proposed;
import static dev.gatehouse.testkit.contract.Histories.said;
import static dev.gatehouse.testkit.contract.Histories.thawed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.history.AuditReport;
import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.Forgetting;
import dev.gatehouse.history.HashChain;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.StreamEvent;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.StaleStateException;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.stage.StageName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link HistoryStore} keeps; extend it and return a store. */
public abstract class HistoryStoreContractTest {
  private static final PromotionId A = id("checkout-staging-a");
  private static final PromotionId B = id("checkout-prod-b");
  private static final PromotionId C = id("search-prod-c");

  /** For the class that extends it. */
  protected HistoryStoreContractTest() {}

  /** Returns the store under test; the same empty one within a test. */
  protected abstract HistoryStore store();

  /** Returns the store as a process finds it that starts later; the old one is not used again. */
  protected abstract HistoryStore reopened();

  @Test
  void whatWasAppendedIsReadBackInOrder() {
    List<Recorded> first = List.of(proposed(A, "checkout", "staging"), said(A, 2, "one"));
    List<Recorded> second = List.of(said(A, 3, "two \u0000 \ud800 ü"), ended(A, 4));
    store().append(A, 0, first);
    store().append(A, 2, second);
    assertThat(store().read(A)).containsExactlyElementsOf(concat(first, second));
    assertThat(store().read(B)).isEmpty();
  }

  @Test
  void aVeryLongEventIsKeptWhole() {
    Recorded longOne = said(A, 2, "x".repeat(3_000_000) + "ü");
    store().append(A, 0, List.of(proposed(A, "checkout", "staging"), longOne));
    assertThat(store().read(A).get(1)).isEqualTo(longOne);
    assertThat(SeenLedger.of(reopened()).verify().firstBad()).isEmpty();
  }

  @Test
  void whatWasAppendedIsThereAfterReopening() {
    List<Recorded> events = List.of(proposed(A, "checkout", "staging"), said(A, 2, "one"));
    store().append(A, 0, events);
    Checkpoint seal = store().checkpoint(AT);
    HistoryStore later = reopened();
    assertThat(later.read(A)).isEqualTo(events);
    assertThat(later.checkpoints()).containsExactly(seal);
    later.append(A, 2, List.of(said(A, 3, "later")));
    assertThat(SeenLedger.of(later).verify().firstBad()).isEmpty();
  }

  @Test
  void aStaleVersionIsRefusedAndNothingIsAppended() {
    store().append(A, 0, List.of(proposed(A, "checkout", "staging"), said(A, 2, "one")));
    List<Recorded> before = store().read(A);
    refused(A, 0, proposed(A, "checkout", "staging"));
    refused(A, 1, said(A, 2, "late"));
    refused(A, 3, said(A, 4, "early"));
    refused(B, 1, said(B, 2, "never proposed"));
    assertThat(store().read(A)).isEqualTo(before);
    assertThat(store().read(B)).isEmpty();
    assertThat(SeenLedger.of(store()).verify().firstBad()).isEmpty();
  }

  private void refused(PromotionId promotion, long expected, Recorded event) {
    assertThatThrownBy(() -> store().append(promotion, expected, List.of(event)))
        .isInstanceOfSatisfying(
            StaleStateException.class,
            e -> assertThat(e.reason().where()).contains(promotion.value()));
  }

  @Test
  void aBatchWithAFlawIsNotAppendedAtAll() {
    for (List<Recorded> flawed :
        List.of(
            List.<Recorded>of(),
            List.of(said(A, 1, "not proposed")),
            List.of(proposed(A, "checkout", "staging"), said(A, 3, "a gap")),
            List.of(proposed(A, "checkout", "staging"), said(B, 2, "another promotion")))) {
      assertThatThrownBy(() -> store().append(A, 0, flawed))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(store().read(A)).isEmpty();
    assertThat(store().find(PromotionQuery.ALL)).isEmpty();
  }

  @Test
  void promotionsAreFoundNewestFirst() {
    store().append(A, 0, List.of(proposed(A, "checkout", "staging")));
    store().append(B, 0, List.of(proposed(B, "checkout", "prod"), ended(B, 2)));
    store().append(C, 0, List.of(proposed(C, "search", "prod")));
    store().append(A, 1, List.of(said(A, 2, "still the oldest")));
    assertThat(store().find(PromotionQuery.ALL)).containsExactly(C, B, A);
    assertThat(store().find(filter("checkout", null, false, 9))).containsExactly(B, A);
    assertThat(store().find(filter(null, "prod", false, 9))).containsExactly(C, B);
    assertThat(store().find(filter(null, "prod", true, 9))).containsExactly(C);
    assertThat(store().find(filter("search", "staging", false, 9))).isEmpty();
    assertThat(store().find(filter(null, null, false, 2))).containsExactly(C, B);
    assertThat(store().find(filter(null, null, true, 9))).containsExactly(C, A);
  }

  private static PromotionQuery filter(
      @org.jspecify.annotations.Nullable String application,
      @org.jspecify.annotations.Nullable String stage,
      boolean openOnly,
      int limit) {
    return new PromotionQuery(
        Optional.ofNullable(application).map(ApplicationName::new),
        Optional.ofNullable(stage).map(StageName::new),
        openOnly,
        Optional.empty(),
        limit);
  }

  @Test
  void rowsAreShownInTheOrderInWhichTheyWereStored() {
    store().append(A, 0, List.of(proposed(A, "checkout", "staging")));
    store().append(B, 0, List.of(proposed(B, "checkout", "prod"), said(B, 2, "x")));
    store().append(A, 1, List.of(said(A, 2, "y")));
    SeenLedger seen = SeenLedger.of(store());
    assertThat(seen.rows().stream().map(row -> row.stream().key() + " " + row.version()))
        .containsExactly(A + " 1", B + " 1", B + " 2", A + " 2");
    assertThat(seen.heads().keySet()).containsExactlyInAnyOrder(StreamId.of(A), StreamId.of(B));
    LedgerEntry last = seen.rows().get(3);
    assertThat(seen.heads())
        .containsEntry(StreamId.of(A), new ChainHead(last.version(), last.hash()));
    assertThat(seen.rows().get(0).previousHash()).isEqualTo(HashChain.GENESIS);
    assertThat(seen.verify()).isEqualTo(new AuditReport(4, 2, 0, 0, Optional.empty()));
  }

  @Test
  void streamsOfEveryKindHaveTheirOwnHistoriesUnderTheSameSeals() {
    List<StreamEvent> shard = List.of(frozen("checkout", 1), thawed("checkout", 2));
    StreamEvent bypass = bypassFound("checkout", 1);
    Recorded proposed = proposed(id("checkout"), "checkout", "staging");
    store().append(shard.get(0).stream(), 0, shard.subList(0, 1));
    store().append(id("checkout"), 0, List.of(proposed));
    store().append(bypass.stream(), 0, List.of(bypass));
    Checkpoint seal = store().checkpoint(AT);
    store().append(shard.get(1).stream(), 1, shard.subList(1, 2));

    HistoryStore later = reopened();
    assertThat(later.read(shard.get(0).stream())).isEqualTo(shard);
    assertThat(later.read(bypass.stream())).containsExactly(bypass);
    assertThat(later.read(id("checkout"))).containsExactly(proposed);
    assertThat(seal.entries()).isEqualTo(3);
    assertThat(SeenLedger.of(later).verify())
        .isEqualTo(new AuditReport(4, 1, 1, 0, Optional.empty()));
    assertThat(later.find(PromotionQuery.ALL)).containsExactly(id("checkout"));
  }

  @Test
  void aStaleVersionOfAnyStreamIsRefused() {
    StreamEvent first = frozen("prod-eu", 1);
    store().append(first.stream(), 0, List.of(first));
    assertThatThrownBy(() -> store().append(first.stream(), 0, List.of(first)))
        .isInstanceOf(StaleStateException.class)
        .hasMessageContaining("shard prod-eu");
    assertThat(store().read(first.stream())).containsExactly(first);
  }

  @Test
  void checkpointsSealWhatIsThereAndFormAChain() {
    Checkpoint empty = store().checkpoint(AT);
    store().append(A, 0, List.of(proposed(A, "checkout", "staging"), said(A, 2, "x")));
    Checkpoint second = store().checkpoint(AT.plusSeconds(1));
    Checkpoint third = store().checkpoint(AT.plusSeconds(2));
    store().append(B, 0, List.of(proposed(B, "checkout", "prod")));
    Checkpoint fourth = store().checkpoint(AT.plusSeconds(3));
    assertThat(List.of(empty.entries(), second.entries(), third.entries(), fourth.entries()))
        .containsExactly(0L, 2L, 2L, 3L);
    assertThat(second.previousHash()).isEqualTo(empty.hash());
    assertThat(fourth.number()).isEqualTo(4);
    assertThat(Duration.between(fourth.at(), AT.plusSeconds(3))).isLessThan(Duration.ofMillis(1));
    assertThat(store().checkpoints()).containsExactly(empty, second, third, fourth);
    assertThat(SeenLedger.of(store()).verify())
        .isEqualTo(new AuditReport(3, 2, 4, 0, Optional.empty()));
  }

  @Test
  void aForgottenValueIsGoneAndTheLedgerStaysIntact() {
    store().append(A, 0, List.of(proposed(A, "checkout", "staging"), said(A, 2, "x hunter2! y")));
    store().append(A, 2, List.of(ended(A, 3)));
    Checkpoint before = store().checkpoint(AT);

    Recorded event = store().forget(forgetting("hunter2!"));

    assertThat(event.version()).isEqualTo(4);
    assertThat(event.event().toString() + SeenLedger.of(store())).doesNotContain("hunter2!");
    assertThat(store().read(A)).hasSize(4).element(3).isEqualTo(event);
    assertThat(store().read(A).get(1)).isEqualTo(said(A, 2, "x (hidden) y"));
    assertThat(SeenLedger.of(store()).verify())
        .isEqualTo(new AuditReport(4, 1, 1, 1, Optional.empty()));
    assertThat(store().checkpoints()).containsExactly(before);
  }

  @Test
  void aRefusedWishToForgetChangesNothing() {
    store().append(A, 0, List.of(proposed(A, "checkout", "staging"), said(A, 2, "hunter2!")));
    refusesToForget("hunter2!", "forget-not-ended");
    store().append(A, 2, List.of(ended(A, 3)));
    SeenLedger before = SeenLedger.of(store());
    refusesToForget("another", "forget-nothing");
    refusesToForget("hun", "forget-nothing");
    refusesToForget("checkout", "forget-needed");
    assertThat(SeenLedger.of(store())).isEqualTo(before);
  }

  private void refusesToForget(String value, String code) {
    assertThatThrownBy(() -> store().forget(forgetting(value)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining(code);
  }

  private static Forgetting forgetting(String value) {
    return new Forgetting(A, value, Actor.person("root", "admins"), AT, "it is " + value);
  }

  @Test
  void ofThoseWhoAppendAtOnceToOnePromotionOneWins() throws Exception {
    store().append(A, 0, List.of(proposed(A, "checkout", "staging")));
    for (long version = 1; version < 11; version++) {
      long expected = version;
      List<Boolean> won =
          AtOnce.run(4, i -> () -> wins(A, expected, said(A, expected + 1, "thread " + i)));
      assertThat(won).containsOnlyOnce(true);
    }
    assertThat(store().read(A)).hasSize(11);
    List<Boolean> first = AtOnce.run(4, i -> () -> wins(B, 0, proposed(B, "checkout", "prod")));
    assertThat(first).containsOnlyOnce(true);
  }

  private boolean wins(PromotionId promotion, long expected, Recorded event) {
    try {
      store().append(promotion, expected, List.of(event));
      return true;
    } catch (StaleStateException e) {
      return false;
    }
  }

  @Test
  void manyAppendToManyWhileSomebodySeals() throws Exception {
    int each = 25;
    AtOnce.<Integer>run(5, i -> i == 0 ? this::sealAgainAndAgain : () -> writer(i, each));
    store().checkpoint(AT);
    SeenLedger seen = SeenLedger.of(store());
    assertThat(seen.rows()).hasSize(4 * each);
    assertThat(seen.verify().firstBad()).isEmpty();
  }

  private int sealAgainAndAgain() {
    for (int i = 0; i < 10; i++) {
      store().checkpoint(AT);
      assertThat(SeenLedger.of(store()).verify().firstBad()).isEmpty();
    }
    return 0;
  }

  private int writer(int number, int events) {
    PromotionId promotion = id("load-" + number);
    store().append(promotion, 0, List.of(proposed(promotion, "load", "prod")));
    for (long version = 1; version < events; version++) {
      store().append(promotion, version, List.of(said(promotion, version + 1, "event")));
    }
    return events;
  }

  private static List<Recorded> concat(List<Recorded> first, List<Recorded> second) {
    return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
  }
}
