package dev.gatehouse.kargoapi.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.http.Limits;
import dev.gatehouse.kargoapi.client.KargoClient;
import dev.gatehouse.kargoapi.client.LocalKargo;
import dev.gatehouse.kargoapi.client.LocalKargo.Answer;
import dev.gatehouse.kargoapi.client.LocalKargo.Asked;
import dev.gatehouse.kargoapi.model.Promotion;
import dev.gatehouse.spi.Pause;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A watch that nothing can make believe what is not so, or miss what is. */
class ProjectWatchTest {
  private static final String QUIET = ": keepalive\n\n";
  private final LocalKargo kargo = LocalKargo.start();
  private final KargoClient client =
      KargoClient.to(
          kargo
              .server()
              .limits(Limits.standard().withStreamSilence(Duration.ofSeconds(20)))
              .build());
  private final Queue<Answer> lists = new ConcurrentLinkedQueue<>();
  private final Queue<Answer> watches = new ConcurrentLinkedQueue<>();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final Seen<Promotion> seen = new Seen<>(Watched.promotions());

  @AfterEach
  void close() {
    client.close();
    kargo.close();
  }

  @Test
  void beginsWithTheListAndGoesOnFromItsVersion() throws InterruptedException {
    lists.add(list("7", "a"));
    watches.add(Answer.open(QUIET + frame("ADDED", "b") + frame("MODIFIED", "a")));

    try (ProjectWatch<Promotion> watch = start()) {
      assertThat(watch).isNotNull();
      assertThat(seen.next()).isEqualTo("listed [a]");
      assertThat(seen.next()).isEqualTo("changed b");
      assertThat(seen.next()).isEqualTo("changed a");
    }
    assertThat(kargo.asked())
        .extracting(Asked::line)
        .containsExactly(
            "GET /v1beta1/projects/shop/promotions",
            "GET /v1beta1/projects/shop/promotions?watch=true&resourceVersion=7");
  }

  @Test
  void aVersionThatIsTooOldIsListedAgain() throws InterruptedException {
    lists.add(list("7", "a"));
    watches.add(Answer.events(error("out_of_range")));
    lists.add(list("9", "a", "b"));
    watches.add(Answer.open(QUIET));

    try (ProjectWatch<Promotion> watch = start()) {
      assertThat(watch).isNotNull();
      assertThat(seen.next()).isEqualTo("listed [a]");
      assertThat(seen.next()).isEqualTo("listed [a, b]");
    }
  }

  @Test
  void anUnknownErrorIsToldAndListedAgain() throws InterruptedException {
    lists.add(list("7"));
    watches.add(Answer.events(frame("ADDED", "a") + error("unknown")));
    lists.add(list("9", "a", "b"));
    watches.add(Answer.open(QUIET));

    try (ProjectWatch<Promotion> watch = start()) {
      assertThat(watch).isNotNull();
      assertThat(seen.next()).isEqualTo("listed []");
      assertThat(seen.next()).isEqualTo("changed a");
      assertThat(seen.next()).isEqualTo("blind UNAVAILABLE");
      assertThat(seen.next()).isEqualTo("listed [a, b]");
    }
  }

  @Test
  void anEndWithoutAWordIsListedAgainAndShowsWhatWasMissed() throws InterruptedException {
    lists.add(list("7", "a", "b"));
    watches.add(Answer.events(QUIET));
    lists.add(list("9", "b", "c"));
    watches.add(Answer.open(QUIET));

    try (ProjectWatch<Promotion> watch = start()) {
      assertThat(watch).isNotNull();
      assertThat(seen.next()).isEqualTo("listed [a, b]");
      assertThat(seen.next()).isEqualTo("gone a");
      assertThat(seen.next()).isEqualTo("listed [b, c]");
    }
  }

  @Test
  void aSilenceThatIsTooLongIsListedAgain() throws InterruptedException {
    lists.add(list("7", "a"));
    watches.add(Answer.open(QUIET));
    lists.add(list("8", "a", "b"));
    watches.add(Answer.open(QUIET));
    Limits brief = Limits.standard().withStreamSilence(Duration.ofMillis(200));
    try (KargoClient impatient = KargoClient.to(kargo.server().limits(brief).build());
        ProjectWatch<Promotion> watch = start(impatient, seen)) {
      assertThat(watch).isNotNull();
      assertThat(seen.next()).isEqualTo("listed [a]");
      assertThat(seen.next()).isEqualTo("blind TIMED_OUT");
      assertThat(seen.next()).isEqualTo("listed [a, b]");
    }
  }

  @Test
  void aDeletionThatTheListDoesNotConfirmIsNotBelieved() throws InterruptedException {
    lists.add(list("7", "a"));
    watches.add(Answer.open(frame("DELETED", "a")));
    lists.add(list("9", "a"));
    watches.add(Answer.open(frame("MODIFIED", "a")));

    try (ProjectWatch<Promotion> watch = start()) {
      assertThat(watch).isNotNull();
      assertThat(seen.next()).isEqualTo("listed [a]");
      assertThat(seen.next()).isEqualTo("listed [a]");
      assertThat(seen.next()).isEqualTo("changed a");
    }
    assertThat(pauses).isEmpty();
  }

  @Test
  void aDeletionThatTheListConfirmsIsTold() throws InterruptedException {
    lists.add(list("7", "a", "b"));
    watches.add(Answer.open(frame("DELETED", "a") + frame("DELETED", "b")));
    lists.add(list("9"));
    watches.add(Answer.open(QUIET));

    try (ProjectWatch<Promotion> watch = start()) {
      assertThat(watch).isNotNull();
      assertThat(seen.next()).isEqualTo("listed [a, b]");
      assertThat(seen.next()).isEqualTo("gone a");
      assertThat(seen.next()).isEqualTo("gone b");
      assertThat(seen.next()).isEqualTo("listed []");
    }
  }

  @Test
  void aDeletionOfWhatIsNotHeldIsNoise() throws InterruptedException {
    lists.add(list("7", "a"));
    watches.add(Answer.open(frame("DELETED", "other.1") + frame("MODIFIED", "a")));

    try (ProjectWatch<Promotion> watch = start()) {
      assertThat(watch).isNotNull();
      assertThat(seen.next()).isEqualTo("listed [a]");
      assertThat(seen.next()).isEqualTo("changed a");
    }
    assertThat(kargo.asked()).hasSize(2);
  }

  @Test
  void anOrdinaryListInsteadOfAStreamIsToldAndPausesGrow() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      lists.add(list("7"));
      watches.add(Answer.json(200, "{\"items\":[]}"));
    }
    lists.add(list("7"));
    watches.add(Answer.open(QUIET));

    try (ProjectWatch<Promotion> watch = start()) {
      assertThat(watch).isNotNull();
      for (int i = 0; i < 3; i++) {
        assertThat(seen.next()).isEqualTo("listed []");
        assertThat(seen.next()).isEqualTo("blind NOT_THE_API");
      }
      assertThat(seen.next()).isEqualTo("listed []");
    }
    assertThat(pauses)
        .startsWith(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void anEventThatCannotBeReadIsToldAndListedAgain() throws InterruptedException {
    lists.add(list("7"));
    watches.add(Answer.open("data: {\"type\":\"ADDED\"}\n\n"));
    lists.add(list("8", "a"));
    watches.add(Answer.open(QUIET));

    try (ProjectWatch<Promotion> watch = start()) {
      assertThat(watch).isNotNull();
      assertThat(seen.next()).isEqualTo("listed []");
      assertThat(seen.next()).isEqualTo("blind MALFORMED");
      assertThat(seen.next()).isEqualTo("listed [a]");
    }
  }

  @Test
  void aMissingRightIsToldAndAskedForAgain() throws InterruptedException {
    lists.add(Answer.error(403, "list is not permitted"));
    lists.add(list("7", "a"));
    watches.add(Answer.error(403, "watch is not permitted"));
    lists.add(list("8", "a"));
    watches.add(Answer.open(QUIET));

    try (ProjectWatch<Promotion> watch = start()) {
      assertThat(watch).isNotNull();
      assertThat(seen.next()).isEqualTo("blind FORBIDDEN");
      assertThat(seen.next()).isEqualTo("listed [a]");
      assertThat(seen.next()).isEqualTo("blind FORBIDDEN");
      assertThat(seen.next()).isEqualTo("listed [a]");
    }
  }

  @Test
  void aListenerThatFailsOnceSeesTheNextList() throws InterruptedException {
    lists.add(list("7", "a"));
    lists.add(list("8", "a", "b"));
    watches.add(Answer.open(QUIET));
    AtomicBoolean failed = new AtomicBoolean();
    WatchListener<Promotion> failing =
        new WatchListener<>() {
          @Override
          public void listed(List<Promotion> all) {
            if (failed.compareAndSet(false, true)) {
              throw new IllegalStateException("a bug of this test's listener, on purpose");
            }
            seen.listed(all);
          }

          @Override
          public void changed(Promotion object) {
            seen.changed(object);
          }

          @Override
          public void gone(String name) {
            seen.gone(name);
          }
        };
    try (ProjectWatch<Promotion> watch = start(client, failing)) {
      assertThat(watch).isNotNull();
      assertThat(seen.next()).isEqualTo("listed [a, b]");
    }
  }

  @Test
  void aWatchThatIsClosedWhileItListsTellsNothingMore() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    ProjectWatch<Promotion> watch =
        ProjectWatch.start(
            client,
            "shop",
            Watched.promotions(),
            seen,
            length -> {
              asked.countDown();
              closed.await();
            });
    asked.await();
    List<String> before = seen.rest();
    watch.close();
    closed.countDown();
    watch.join();
    assertThat(before).containsExactly("blind UNSUPPORTED_CALL");
    assertThat(seen.rest()).isEqualTo(before);
  }

  private ProjectWatch<Promotion> start() {
    return start(client, seen);
  }

  private ProjectWatch<Promotion> start(KargoClient over, WatchListener<Promotion> listener) {
    kargo.answering(
        asked -> {
          Answer next = (asked.path().contains("watch=true") ? watches : lists).poll();
          return next == null ? Answer.open("") : next;
        });
    Pause noting = length -> pauses.add(length);
    return ProjectWatch.start(over, "shop", Watched.promotions(), listener, noting);
  }

  private static Answer list(String version, String... names) {
    String items =
        Arrays.stream(names).map(ProjectWatchTest::object).collect(Collectors.joining(","));
    return Answer.json(
        200, "{\"metadata\":{\"resourceVersion\":\"" + version + "\"},\"items\":[" + items + "]}");
  }

  private static String frame(String type, String name) {
    return "data: {\"type\":\"" + type + "\",\"object\":" + object(name) + "}\n\n";
  }

  private static String error(String code) {
    return "event: error\ndata: {\"code\":\"" + code + "\",\"message\":\"x\"}\n\n";
  }

  private static String object(String name) {
    return "{\"metadata\":{\"name\":\""
        + name
        + "\",\"namespace\":\"shop\"},\"spec\":{\"stage\":\"uat\"}}";
  }
}
