package dev.gatehouse.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.spi.HostRecord;
import dev.gatehouse.spi.HostRecords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link HostRecords} keeps; extend it and return some. */
public abstract class HostRecordsContractTest {
  private static final Instant END = Instant.parse("2026-11-27T10:00:00.123Z");

  /** For the class that extends it. */
  protected HostRecordsContractTest() {}

  /** Returns the records under test; the same empty ones within a test. */
  protected abstract HostRecords records();

  /** Returns the records as a process finds them that starts later. */
  protected abstract HostRecords reopened();

  private static HostRecord record(String kind, String key, String text) {
    return new HostRecord(kind, key, text, END);
  }

  @Test
  void whatIsKeptIsFoundByKindAndKeyAlsoLater() {
    HostRecord one = record("token", "a", "one \u00e4 'quoted'");
    HostRecord large = record("token", "b", "x".repeat(100_000));
    assertThat(records().add(one)).isEmpty();
    assertThat(records().add(large)).isEmpty();
    assertThat(records().add(record("answer", "a", "other"))).isEmpty();
    assertThat(reopened().find("token", "a")).hasValue(one);
    assertThat(reopened().all("token")).containsExactly(one, large);
    assertThat(reopened().find("token", "c")).isEmpty();
    assertThat(reopened().all("nothing")).isEmpty();
  }

  @Test
  void aKeyThatIsTakenIsNotOverwritten() {
    HostRecord first = record("token", "a", "first");
    records().add(first);
    assertThat(records().add(record("token", "a", "second"))).hasValue(first);
    assertThat(records().find("token", "a")).hasValue(first);
  }

  @Test
  void onlyWhatIsThereIsReplaced() {
    assertThat(records().replace(record("token", "a", "first"))).isFalse();
    assertThat(records().find("token", "a")).isEmpty();
    records().add(record("token", "a", "first"));
    HostRecord second = new HostRecord("token", "a", "second", END.plusSeconds(60));
    assertThat(records().replace(second)).isTrue();
    assertThat(records().find("token", "a")).hasValue(second);
  }

  @Test
  void whatIsRemovedIsGone() {
    records().add(record("token", "a", "first"));
    assertThat(records().remove("token", "a")).isTrue();
    assertThat(records().remove("token", "a")).isFalse();
    assertThat(reopened().find("token", "a")).isEmpty();
  }

  @Test
  void onlyEndedRecordsOfTheKindAreRemoved() {
    HostRecord later = new HostRecord("answer", "b", "later", END.plusSeconds(1));
    records().add(record("answer", "a", "ended"));
    records().add(later);
    records().add(record("token", "a", "of another kind"));
    records().removeEnded("answer", END.plusMillis(1));
    assertThat(records().all("answer")).containsExactly(later);
    assertThat(records().all("token")).hasSize(1);
  }

  @Test
  void ofManyCallersOneKeepsItsRecord() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      HostRecords records = records();
      List<Callable<Optional<HostRecord>>> calls =
          java.util.stream.IntStream.range(0, 16)
              .mapToObj(
                  i ->
                      (Callable<Optional<HostRecord>>)
                          () -> records.add(record("answer", "same", "text " + i)))
              .toList();
      int kept = 0;
      for (Future<Optional<HostRecord>> call : threads.invokeAll(calls)) {
        Optional<HostRecord> there = call.get();
        kept += there.isEmpty() ? 1 : 0;
        there.ifPresent(found -> assertThat(records.find("answer", "same")).hasValue(found));
      }
      assertThat(kept).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }
}
