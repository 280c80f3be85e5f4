package dev.gatehouse.argo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argocd.client.ArgoCdClient;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import dev.gatehouse.http.RetryPolicy;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.argo.ApplicationSeed;
import dev.gatehouse.testkit.argo.FakeArgoCd;
import dev.gatehouse.testkit.argo.Fault;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One list and one stream for all, and what is lost on the way is found again. */
class ApplicationWatchTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final WatchSettings RARELY =
      new WatchSettings(Duration.ofHours(1), Duration.ofMillis(10), Duration.ofMillis(40));
  private static final WatchSettings OFTEN =
      new WatchSettings(Duration.ofMillis(40), Duration.ofMillis(10), Duration.ofMillis(40));
  private final FakeArgoCd server = FakeArgoCd.start(SettableClock.onMonday());
  private final ArgoCdClient client =
      ArgoCdClient.to(
          ApiServer.at(server.uri())
              .allowPlainHttp()
              .retry(RetryPolicy.never())
              .credentials(Credentials.of(BearerToken.of(server.adminToken())))
              .build());
  private final BlockingQueue<String> hints = new LinkedBlockingQueue<>();
  private ApplicationWatch watch = new ApplicationWatch(client, RARELY);

  @AfterEach
  void end() {
    watch.close();
    client.close();
    server.close();
  }

  private void application(String name, String project) {
    server.addApplication(ApplicationSeed.named(name).inProject(project));
  }

  private static ApplicationRef ref(String name, String project) {
    return new ApplicationRef(name, project, Optional.empty());
  }

  private void follow(String name, String project) {
    watch.follow(ref(name, project), "promotion of " + name, () -> hints.add(name));
  }

  /** Follows one application and waits until the stream tells its changes. */
  private void watched() throws InterruptedException {
    application("shop", "default");
    follow("shop", "default");
    assertThat(next()).isEqualTo("shop");
    server.streams().awaitOpen(1, LONG);
    await(watch::isAlive);
  }

  private String next() throws InterruptedException {
    String hint = hints.poll(LONG.toSeconds(), TimeUnit.SECONDS);
    assertThat(hint).as("no hint within " + LONG).isNotNull();
    return hint;
  }

  private static void await(BooleanSupplier holds) {
    long end = System.nanoTime() + LONG.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private long requests(String start) {
    return server.requests().stream().filter(r -> r.line().startsWith(start)).count();
  }

  private long lists() {
    return requests("GET /api/v1/applications?");
  }

  private long streams() {
    return requests("GET /api/v1/stream/applications?");
  }

  @Test
  void manyFollowersShareOneStreamThatBeginsWithWhatIsThere() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      application("app-" + i, "default");
      follow("app-" + i, "default");
    }
    server.streams().awaitOpen(1, LONG);
    await(watch::isAlive);
    for (int i = 0; i < 20; i++) {
      server.app("app-" + i).health("Degraded", "");
    }
    Set<String> told = new HashSet<>();
    while (told.size() < 20) {
      told.add(next());
    }
    assertThat(lists()).isZero();
    assertThat(streams()).isOne();
    assertThat(server.requests()).allMatch(request -> request.query().contains("fields="));
  }

  @Test
  void aChangeIsHintedAndNothingIsForTheUnchangedOrUnfollowed() throws InterruptedException {
    application("other", "default");
    watched();
    server.app("other").health("Degraded", "");
    server.streams().repeatNextEvents(1);
    server.app("shop").health("Progressing", "");
    server.app("shop").health("Healthy", "");
    assertThat(List.of(next(), next())).containsExactly("shop", "shop");
    watch.leave(ref("shop", "default"), "promotion of shop");
    follow("other", "default");
    server.app("shop").health("Degraded", "");
    server.app("other").health("Healthy", "");
    assertThat(next()).isEqualTo("other");
    assertThat(hints).isEmpty();
  }

  @Test
  void aLostEventIsFoundByTheNextList() throws InterruptedException {
    watch.close();
    watch = new ApplicationWatch(client, OFTEN);
    watched();
    server.streams().loseNextEvents(1);
    server.app("shop").health("Degraded", "");
    await(
        () -> {
          follow("shop", "default");
          return !hints.isEmpty();
        });
    assertThat(streams()).isOne();
  }

  @Test
  void aCutStreamIsOpenedAgainAndShowsWhatWasMissed() throws InterruptedException {
    watched();
    server.streams().loseNextEvents(1);
    server.app("shop").health("Degraded", "");
    server.streams().cut();
    assertThat(next()).isEqualTo("shop");
    await(() -> streams() == 2 && watch.isAlive());
    assertThat(lists()).isZero();
    server.app("shop").health("Healthy", "");
    assertThat(next()).isEqualTo("shop");
  }

  @Test
  void anErrorInsideTheStreamIsABreak() throws InterruptedException {
    watched();
    server.streams().failUnavailable("restarting");
    await(() -> streams() == 2 && watch.isAlive());
    server.app("shop").health("Degraded", "");
    assertThat(next()).isEqualTo("shop");
  }

  @Test
  void rubbishInTheStreamIsABreak() throws InterruptedException {
    watched();
    server.streams().write("data: {\"result\": [\n\n");
    await(() -> streams() == 2 && watch.isAlive());
    assertThat(lists()).isZero();
  }

  @Test
  void aRefusedStreamIsTriedOnceAfterEachPause() throws InterruptedException {
    server.failNext(3, "/stream/", Fault.unavailable("restarting"));
    server.failNext(3, "/stream/", Fault.rateLimited(Duration.ofSeconds(1)));
    watched();
    assertThat(streams()).isEqualTo(7);
    assertThat(lists()).isZero();
  }

  @Test
  void anotherProjectWidensTheStream() throws InterruptedException {
    watched();
    application("till", "retail");
    follow("till", "retail");
    assertThat(next()).isEqualTo("till");
    await(() -> streams() == 2 && watch.isAlive());
    server.app("till").health("Degraded", "");
    assertThat(next()).isEqualTo("till");
    server.app("shop").health("Degraded", "");
    assertThat(next()).isEqualTo("shop");
    assertThat(lists()).isZero();
  }

  @Test
  void aProjectThatComesWhileTheStreamBeginsIsNotLeftOut() throws InterruptedException {
    application("shop", "default");
    application("till", "retail");
    watch.follow(ref("shop", "default"), "one", () -> follow("till", "retail"));
    assertThat(next()).isEqualTo("till");
    await(watch::isAlive);
    server.app("till").health("Degraded", "");
    assertThat(next()).isEqualTo("till");
  }

  @Test
  void aHintThatFailsDoesNotEndTheStream() throws InterruptedException {
    application("bad", "default");
    watch.follow(
        ref("bad", "default"),
        "bad",
        () -> {
          hints.add("bad");
          throw new IllegalStateException("a hint that fails on purpose");
        });
    application("shop", "default");
    assertThat(next()).isEqualTo("bad");
    await(watch::isAlive);
    follow("shop", "default");
    server.app("bad").health("Degraded", "");
    server.app("shop").health("Degraded", "");
    assertThat(List.of(next(), next())).containsExactlyInAnyOrder("bad", "shop");
    assertThat(streams()).isOne();
  }

  @Test
  void theEndOfAnApplicationIsAChange() throws InterruptedException {
    watched();
    server
        .app("shop")
        .edit(
            json ->
                ((ObjectNode) json.path("metadata"))
                    .put("deletionTimestamp", "2026-11-23T09:00:30Z"));
    server.app("shop").controllerStep();
    assertThat(next()).isEqualTo("shop");
  }

  @Test
  void memoryGrowsWithTheFollowedAndNotWithTheExisting() throws InterruptedException {
    server.addApplications(10_000, i -> ApplicationSeed.named("app-" + i));
    for (int i = 0; i < 100; i++) {
      follow("app-" + i * 100, "default");
    }
    await(watch::isAlive);
    server.app("app-1").health("Degraded", "");
    Set<String> told = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      server.app("app-" + i * 100).health("Degraded", "");
    }
    while (told.size() < 100) {
      told.add(next());
    }
    assertThat(told).doesNotContain("app-1");
    assertThat(watch.size()).isEqualTo(100);
    assertThat(lists()).isZero();
    assertThat(streams()).isOne();
  }

  /** A promotion that is given up while it waits says nothing; its watch must end all the same. */
  @Test
  void whoDoesNotFollowAgainIsForgottenAndTheWatchRests() throws InterruptedException {
    watch.close();
    watch = new ApplicationWatch(client, OFTEN);
    application("shop", "default");
    followUntilHinted();
    await(() -> watch.size() == 0);
    server.streams().awaitOpen(0, LONG);
    await(() -> !watch.isAlive());
    server.app("shop").health("Degraded", "");
    assertThat(hints).isEmpty();
    followUntilHinted();
    assertThat(streams()).isEqualTo(2);
    assertThat(server.requests()).allMatch(request -> request.query().contains("projects="));
  }

  /** Anyone who waits follows again and again; a slow machine must not forget it in between. */
  private void followUntilHinted() {
    await(
        () -> {
          follow("shop", "default");
          return hints.contains("shop");
        });
    hints.clear();
  }

  @Test
  void closingEndsItsThreads() throws InterruptedException {
    watched();
    List<Thread> threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(
                t -> t.getName().equals("argo-cd-watch") || t.getName().equals("argo-cd-stream"))
            .toList();
    assertThat(threads).hasSizeGreaterThanOrEqualTo(2);
    watch.close();
    for (Thread thread : threads) {
      thread.join(LONG.toMillis());
      assertThat(thread.isAlive()).isFalse();
    }
    server.streams().awaitOpen(0, LONG);
    assertThat(watch.isAlive()).isFalse();
  }
}
