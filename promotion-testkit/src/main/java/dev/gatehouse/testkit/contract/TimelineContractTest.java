package dev.gatehouse.testkit.contract;

import static dev.gatehouse.testkit.contract.Histories.bypassFound;
import static dev.gatehouse.testkit.contract.Histories.frozen;
import static dev.gatehouse.testkit.contract.Histories.id;
import static dev.gatehouse.testkit.contract.Histories.proposed;
import static dev.gatehouse.testkit.contract.Histories.said;
import static dev.gatehouse.testkit.contract.Histories.thawed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.history.Positioned;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.StreamEvent;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.spi.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link Timeline} keeps; extend it and return a store that is one. */
public abstract class TimelineContractTest {
  private static final int WRITERS = 6;
  private static final int READERS = 3;
  private static final int APPENDS = 40;
  private static final PromotionId A = id("checkout-staging-a");
  private static final PromotionId B = id("search-prod-b");

  /** For the class that extends it. */
  protected TimelineContractTest() {}

  /** Returns the store under test; the same empty one within a test. */
  protected abstract HistoryStore store();

  /** Returns the store as a process finds it that starts later; the old one is not used again. */
  protected abstract HistoryStore reopened();

  private List<StreamEvent> someEvents() {
    Recorded first = proposed(A, "checkout", "staging");
    Recorded second = said(A, 2, "two");
    Recorded other = proposed(B, "search", "prod");
    StreamEvent frozen = frozen("prod-eu", 1);
    StreamEvent bypass = bypassFound("checkout", 1);
    StreamEvent thawed = thawed("prod-eu", 2);
    store().append(A, 0, List.of(first));
    store().append(frozen.stream(), 0, List.of(frozen));
    store().append(B, 0, List.of(other));
    store().append(A, 1, List.of(second));
    store().append(bypass.stream(), 0, List.of(bypass));
    store().append(thawed.stream(), 1, List.of(thawed));
    return List.of(
        StreamEvent.of(first),
        frozen,
        StreamEvent.of(other),
        StreamEvent.of(second),
        bypass,
        thawed);
  }

  @Test
  void pagesShowEveryEventOfEveryStreamOnceAndInOrder() {
    List<StreamEvent> appended = someEvents();
    for (int limit : new int[] {1, 2, 4, 100}) {
      assertThat(events(all(store(), limit))).isEqualTo(appended);
    }
  }

  @Test
  void aCursorGoesOnAfterReopening() {
    List<StreamEvent> appended = someEvents();
    List<Positioned> first = store().after(0, 4);
    HistoryStore later = reopened();
    long cursor = first.get(3).position();
    StreamEvent more = frozen("prod-us", 1);
    later.append(more.stream(), 0, List.of(more));
    assertThat(events(later.after(cursor, 100)))
        .containsExactly(appended.get(4), appended.get(5), more);
  }

  @Test
  void anEmptyPageMeansThatNothingNewerExists() {
    assertThat(store().after(0, 10)).isEmpty();
    List<StreamEvent> appended = someEvents();
    List<Positioned> all = store().after(0, 100);
    assertThat(all).hasSameSizeAs(appended);
    assertThat(store().after(all.get(all.size() - 1).position(), 100)).isEmpty();
    assertThat(store().after(Long.MAX_VALUE, 100)).isEmpty();
  }

  @Test
  void aStreamShowsItsOwnEventsOnly() {
    List<StreamEvent> appended = someEvents();
    StreamId shard = frozen("prod-eu", 1).stream();
    List<Positioned> own = store().after(shard, 0, 100);
    assertThat(events(own)).containsExactly(appended.get(1), appended.get(5));
    assertThat(events(store().after(shard, own.get(0).position(), 100)))
        .containsExactly(appended.get(5));
    assertThat(events(store().after(StreamId.of(A), 0, 1))).containsExactly(appended.get(0));
    assertThat(store().after(StreamId.of(id("unknown")), 0, 100)).isEmpty();
  }

  @Test
  void anApplicationShowsItsOwnStreamAndItsPromotions() {
    List<StreamEvent> appended = someEvents();
    List<Positioned> own = store().ofApplication(new ApplicationName("checkout"), 0, 100);
    assertThat(events(own)).containsExactly(appended.get(0), appended.get(3), appended.get(4));
    assertThat(
            events(
                store().ofApplication(new ApplicationName("checkout"), own.get(0).position(), 1)))
        .containsExactly(appended.get(3));
    assertThat(store().ofApplication(new ApplicationName("unknown"), 0, 100)).isEmpty();
  }

  @Test
  void noReaderMissesAnEventWhileManyAppend() throws Exception {
    AtomicInteger writing = new AtomicInteger(WRITERS);
    List<List<Positioned>> seen =
        AtOnce.run(
            WRITERS + READERS,
            i -> i < WRITERS ? () -> written(i, writing) : () -> followed(i, writing));
    List<Positioned> all = all(store(), 1_000);
    assertThat(all).hasSize(WRITERS * rows());
    for (List<Positioned> reader : seen.subList(WRITERS, WRITERS + READERS)) {
      assertThat(reader).isEqualTo(all);
    }
  }

  private static int rows() {
    int rows = 0;
    for (int append = 0; append < APPENDS; append++) {
      rows += 1 + append % 3;
    }
    return rows;
  }

  /** Appends of different lengths take different times, so that later ones overtake. */
  private List<Positioned> written(int number, AtomicInteger writing) {
    PromotionId promotion = id("load-" + number);
    long version = 0;
    for (int append = 0; append < APPENDS; append++) {
      List<Recorded> events = new ArrayList<>();
      for (int i = 0; i < 1 + append % 3; i++) {
        long next = version + events.size() + 1;
        events.add(
            next == 1
                ? proposed(promotion, "load", "prod")
                : said(promotion, next, "x".repeat(1 + 5_000 * (number % 2))));
      }
      store().append(promotion, version, events);
      version += events.size();
    }
    writing.decrementAndGet();
    return List.of();
  }

  /** Follows with a cursor, page by page, until everything that was written must be visible. */
  private List<Positioned> followed(int number, AtomicInteger writing) {
    List<Positioned> seen = new ArrayList<>();
    long cursor = 0;
    boolean over = false;
    while (true) {
      List<Positioned> page = store().after(cursor, 5 + number);
      if (page.isEmpty() && over) {
        return seen;
      }
      seen.addAll(page);
      cursor = page.isEmpty() ? cursor : page.get(page.size() - 1).position();
      over = page.isEmpty() && writing.get() == 0;
    }
  }

  private static List<Positioned> all(Timeline timeline, int limit) {
    List<Positioned> all = new ArrayList<>();
    long cursor = 0;
    List<Positioned> page = timeline.after(cursor, limit);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(limit);
      all.addAll(page);
      assertThat(page.get(0).position()).isGreaterThan(cursor);
      cursor = page.get(page.size() - 1).position();
      page = timeline.after(cursor, limit);
    }
    assertThat(all.stream().map(Positioned::position)).isSorted().doesNotHaveDuplicates();
    return all;
  }

  private static List<StreamEvent> events(List<Positioned> page) {
    return page.stream().map(Positioned::event).toList();
  }
}
