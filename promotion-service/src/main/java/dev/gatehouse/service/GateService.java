package dev.gatehouse.service;

import dev.gatehouse.reason.PromotionException;
import dev.gatehouse.runtime.Composition;
import dev.gatehouse.runtime.Worker;
import dev.gatehouse.service.health.Readiness;
import dev.gatehouse.service.rest.HttpSteps;
import dev.gatehouse.service.rest.Login;
import dev.gatehouse.service.rest.RestRoutes;
import dev.gatehouse.service.token.Tokens;
import dev.gatehouse.service.web.Response;
import dev.gatehouse.service.web.Route;
import dev.gatehouse.service.web.Routes;
import dev.gatehouse.service.web.WebServer;
import dev.gatehouse.view.Fields;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Promotions over HTTP, and the worker behind them; thread-safe.
 *
 * <p>Close it before the composition: requests in hand are answered first.
 */
public final class GateService implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(GateService.class.getName());
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final String LEDGER = "ledger";
  private static final String RULES = "rules";
  private static final String WORKER = "worker";

  private final Composition composition;
  private final Readiness readiness;
  private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final WebServer server;
  private final ScheduledFuture<?> looking;

  private GateService(Composition composition, ServiceSettings settings, InstantSource clock) {
    this.composition = composition;
    List<String> parts = new ArrayList<>(List.of(LEDGER, RULES));
    if (settings.works()) {
      parts.add(WORKER);
    }
    this.readiness = new Readiness(clock, FRESH, parts);
    this.server = WebServer.start(settings.at(), settings.limits(), routes(clock));
    this.looking =
        looks.scheduleWithFixedDelay(
            this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Starts to answer; {@link #work} has to be called for steps to be taken. */
  public static GateService start(
      Composition composition, ServiceSettings settings, InstantSource clock) {
    return new GateService(composition, settings, clock);
  }

  /** Returns where it listens. */
  public InetSocketAddress address() {
    return server.address();
  }

  private Routes routes(InstantSource clock) {
    Tokens tokens = new Tokens(composition.records(), clock);
    Login login = new Login(tokens, composition::rulebook);
    List<Route> routes = new ArrayList<>();
    routes.add(new Route("GET", "/healthz", request -> alive()));
    routes.add(new Route("GET", "/readyz", request -> readiness.answer()));
    routes.addAll(
        new RestRoutes(
                composition.promotions(),
                composition::rulebook,
                composition.records(),
                login,
                clock)
            .all());
    return new Routes(routes, HttpSteps.REQUESTED);
  }

  private static Response alive() {
    return Response.json(200, Fields.of("alive", true).map());
  }

  private void look() {
    look(LEDGER, () -> composition.audit().reach());
    look(RULES, composition::rulebook);
  }

  private void look(String part, Runnable question) {
    try {
      question.run();
      readiness.works(part);
    } catch (RuntimeException e) {
      readiness.fails(part);
      LOG.log(System.Logger.Level.WARNING, "not ready: " + part + ": " + e.getMessage());
    }
  }

  /**
   * Takes the steps that are due until the end comes; a store that breaks is tried again. For one
   * thread.
   */
  public void work(Worker worker, BooleanSupplier end) {
    while (!isOver(end)) {
      try {
        worker.resume();
        worker.until(
            () -> {
              readiness.works(WORKER);
              return isOver(end);
            },
            event -> {});
      } catch (PromotionException e) {
        readiness.fails(WORKER);
        LOG.log(
            System.Logger.Level.WARNING, "the worker stopped and starts again: " + e.getMessage());
        awaitClosing(BETWEEN_LOOKS);
      }
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  private boolean isOver(BooleanSupplier end) {
    return closed.getCount() == 0 || end.getAsBoolean();
  }

  private void awaitClosing(Duration atMost) {
    try {
      if (closed.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(System.Logger.Level.DEBUG, "closed while waiting");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers what is in hand, and lets go of the address. */
  @Override
  public void close() {
    closed.countDown();
    server.close();
    looking.cancel(false);
    looks.shutdownNow();
  }
}
