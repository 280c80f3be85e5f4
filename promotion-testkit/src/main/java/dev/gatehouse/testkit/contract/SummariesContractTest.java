package dev.gatehouse.testkit.contract;

import static dev.gatehouse.testkit.contract.Histories.AT;
import static dev.gatehouse.testkit.contract.Histories.ended;
import static dev.gatehouse.testkit.contract.Histories.id;
import static dev.gatehouse.testkit.contract.Histories.proposed;
import static dev.gatehouse.testkit.contract.Histories.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.history.Forgetting;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.stage.StageName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link HistoryStore} keeps of its summaries; extend it and return a store. */
public abstract class SummariesContractTest {
  private static final PromotionId A = id("checkout-staging-a1");
  private static final PromotionId B = id("checkout-prod-b");
  private static final PromotionId C = id("search-prod-c");
  private static final PromotionId D = id("checkout-staging-a2");
  private static final PromotionId E = id("checkout_staging-e");

  /** For the class that extends it. */
  protected SummariesContractTest() {}

  /** Returns the store under test; the same empty one within a test. */
  protected abstract HistoryStore store();

  /** Proposes five promotions, in this order; the second and the fourth have ended. */
  private void some() {
    store().append(A, 0, List.of(proposed(A, "checkout", "staging")));
    store().append(B, 0, List.of(proposed(B, "checkout", "prod"), ended(B, 2)));
    store().append(C, 0, List.of(proposed(C, "search", "prod"), said(C, 2, "one")));
    store().append(D, 0, List.of(proposed(D, "checkout", "staging")));
    store().append(E, 0, List.of(proposed(E, "checkout", "dev")));
    store().append(A, 1, List.of(said(A, 2, "two")));
    store().append(D, 1, List.of(said(D, 2, "three"), ended(D, 3)));
  }

  private static PromotionQuery all(int limit) {
    return new PromotionQuery(Optional.empty(), Optional.empty(), false, Optional.empty(), limit);
  }

  @Test
  void aSummaryIsThatOfTheWholeHistory() {
    some();
    List<PromotionSummary> kept = store().summaries(all(9));
    assertThat(kept).extracting(PromotionSummary::id).containsExactly(E, D, C, B, A);
    for (PromotionSummary summary : kept) {
      List<Recorded> history = store().read(summary.id());
      assertThat(summary).isEqualTo(Promotion.of(history).summary());
    }
    assertThat(kept.get(1).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(kept.get(4).version()).isEqualTo(2);
  }

  @Test
  void summariesThatAreMadeAgainAreTheOnesThatWereKept() {
    some();
    List<PromotionSummary> kept = store().summaries(all(9));
    store().rebuildSummaries(progress -> {});
    assertThat(store().summaries(all(9))).isEqualTo(kept);
    store().append(A, 2, List.of(ended(A, 3)));
    assertThat(store().summaries(all(9)).get(4)).isEqualTo(PromotionSummary.of(store().read(A)));
  }

  @Test
  void outcomesOfTheNewestAreCounted() {
    some();
    ApplicationName checkout = new ApplicationName("checkout");
    assertThat(store().outcomes(checkout, 9, AT.minusSeconds(1)))
        .isEqualTo(Map.of(PromotionSummary.Outcome.SMOOTH, 2));
    assertThat(store().outcomes(checkout, 2, AT.minusSeconds(1)))
        .isEqualTo(Map.of(PromotionSummary.Outcome.SMOOTH, 1));
    assertThat(store().outcomes(checkout, 9, AT.plusSeconds(1))).isEmpty();
    assertThat(store().outcomes(new ApplicationName("search"), 9, AT.minusSeconds(1))).isEmpty();
  }

  @Test
  void pagesFollowEachOther() {
    some();
    PromotionQuery open =
        new PromotionQuery(
            Optional.of(new ApplicationName("checkout")),
            Optional.of(new StageName("staging")),
            true,
            Optional.empty(),
            9);
    assertThat(store().summaries(open)).extracting(PromotionSummary::id).containsExactly(A);
    List<PromotionId> seen = new ArrayList<>();
    List<PromotionSummary> page = store().summaries(all(2));
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(2);
      page.forEach(summary -> seen.add(summary.id()));
      page = store().summaries(all(2).after(page.get(page.size() - 1).id()));
    }
    assertThat(seen).containsExactly(E, D, C, B, A);
    assertThat(store().summaries(all(9).after(id("unknown")))).isEmpty();
  }

  @Test
  void historiesAreWholeAndNewestFirst() {
    some();
    PromotionQuery filter =
        new PromotionQuery(
            Optional.of(new ApplicationName("checkout")),
            Optional.empty(),
            false,
            Optional.empty(),
            3);
    assertThat(store().histories(filter))
        .containsExactly(store().read(E), store().read(D), store().read(B));
    assertThat(store().histories(filter.after(D)))
        .containsExactly(store().read(B), store().read(A));
  }

  @Test
  void aPersonNamesAPromotionByItsIdItsBeginningOrItsPlace() {
    some();
    assertThat(named(A.value())).startsWith(A);
    assertThat(named("checkout-staging-a")).containsExactly(A, D);
    assertThat(named("checkout-prod")).containsExactly(B);
    assertThat(named("checkout/staging")).startsWith(A);
    assertThat(named("search/prod")).containsExactly(C);
    assertThat(named("checkout/nowhere")).isEmpty();
    assertThat(named("CHECKOUT")).isEmpty();
    assertThat(named("checkout_")).containsExactly(E);
    assertThat(named("%")).isEmpty();
  }

  private List<PromotionId> named(String typed) {
    return store().named(typed, 6).stream().map(PromotionSummary::id).toList();
  }

  @Test
  void thePlaceOfAPromotionNamesTheOpenOneAndElseTheNewest() {
    some();
    assertThat(named("checkout/staging")).containsExactly(A);
    store().append(A, 2, List.of(ended(A, 3)));
    assertThat(named("checkout/staging")).containsExactly(D);
  }

  @Test
  void soFewAreNamedThatAPersonCanReadThem() {
    for (int i = 0; i < 30; i++) {
      PromotionId many = id("many-prod-" + i);
      store().append(many, 0, List.of(proposed(many, "many", "prod")));
    }
    assertThat(named("many-")).hasSize(6).startsWith(id("many-prod-0"));
    assertThat(named("many-prod-1")).startsWith(id("many-prod-1"));
  }

  @Test
  void aForgottenValueIsInNoSummary() {
    store().append(A, 0, List.of(proposed(A, "checkout", "staging"), ended(A, 2)));
    store()
        .forget(
            new Forgetting(A, "Gr\u00fc\u00dfe", Actor.person("root", "admins"), AT, "private"));
    assertThat(store().summaries(all(9)).toString()).doesNotContain("Gr\u00fc\u00dfe");
    assertThat(store().summaries(all(9))).containsExactly(PromotionSummary.of(store().read(A)));
  }
}
