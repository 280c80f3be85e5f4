package dev.gatehouse.app.command;

import dev.gatehouse.api.Listing;
import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.app.drive.Interruption;
import dev.gatehouse.app.drive.LiveLines;
import dev.gatehouse.app.drive.Observation;
import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.EventView;
import dev.gatehouse.app.view.LiveView;
import dev.gatehouse.app.view.NoticeView;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.app.view.WaitView;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.runtime.Wiring;
import dev.gatehouse.runtime.Worker;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.view.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Drives everything that is due: decisions of any promotion, and targets of some shards. */
@Command(name = "run", description = "Drive everything that is due; --watch keeps going.")
public final class RunCommand extends EngineCommand {
  @Option(
      names = "--shards",
      split = ",",
      paramLabel = "<shard>",
      description = "Execute targets of these shards only. Default: every executable one.")
  List<String> shards = List.of();

  @Option(names = "--watch", description = "Keep going until interrupted.")
  boolean watch;

  @Option(
      names = "--linger",
      paramLabel = "<span>",
      description = "Also wait for work that becomes due within this time. Default: 10s.")
  String linger = "10s";

  @Option(
      names = "--fail-on-failure",
      description = "End with 4 when a promotion that was driven here failed.")
  boolean failOnFailure;

  private static final PromotionQuery OPEN = PromotionQuery.open(100);

  private final Map<PromotionId, PromotionEvent.Ended> failed = new LinkedHashMap<>();
  private final LiveLines live;
  private Optional<Interruption> interruption = Optional.empty();
  private long events;
  private Instant lastEvent = Instant.EPOCH;

  /** Creates the command in these surroundings. */
  public RunCommand(Surroundings around) {
    super(around);
    this.live = new LiveLines(around.clock());
  }

  @Override
  Wiring wiring() {
    return super.wiring().watching(live);
  }

  @Override
  Report on(Session session) {
    Set<ShardName> named = shards.isEmpty() ? Set.of() : session.shards(shards);
    return session
        .composition()
        .worker(named, session.caller())
        .either(worker -> driven(worker, session), reason -> ReasonView.refused(reason, ink()));
  }

  private Report driven(Worker worker, Session session) {
    worker.resume();
    Duration soon = Times.span(linger);
    lastEvent = around().clock().instant();
    Optional<Instant> next =
        watch
            ? watched(worker, session)
            : driven(worker, session, () -> isOver(worker, session, soon));
    return report(next, worker.shards(), session);
  }

  /** While an application is waited for, what is due next may come at any moment. */
  private boolean isOver(Worker worker, Session session, Duration soon) {
    boolean awaited =
        session.composition().argo().isAwaited()
            && around().clock().instant().isBefore(lastEvent.plus(soon));
    return !awaited && worker.isIdle(soon);
  }

  private Optional<Instant> watched(Worker worker, Session session) {
    Interruption awaited = Interruption.awaited();
    interruption = Optional.of(awaited);
    progress().println("Watching; stop with Ctrl-C.");
    progress().flush();
    return driven(worker, session, awaited::came);
  }

  private Optional<Instant> driven(Worker worker, Session session, BooleanSupplier end) {
    return worker.until(
        () -> {
          live.show(this::show);
          return end.getAsBoolean();
        },
        event -> show(event, session));
  }

  private void show(Observation observation) {
    progress()
        .println(
            observation.promotion()
                + "  "
                + LiveView.line(observation.target(), observation.seen(), observation.at()));
  }

  /** Only now may the process that someone stopped go: its answer is out. */
  @Override
  protected void ended() {
    interruption.ifPresent(Interruption::close);
    interruption = Optional.empty();
  }

  private void show(Recorded event, Session session) {
    events++;
    lastEvent = around().clock().instant();
    progress().println(event.promotion() + "  " + EventView.line(event));
    BakeLine.after(event, session)
        .ifPresent(line -> progress().println(event.promotion() + "  " + line));
    if (event.event() instanceof PromotionEvent.Ended ended
        && (ended.phase() == PromotionPhase.FAILED || ended.phase() == PromotionPhase.ERRORED)) {
      failed.put(event.promotion(), ended);
    }
  }

  private Report report(Optional<Instant> next, Set<ShardName> served, Session session) {
    String coming =
        next.map(at -> "next look at " + at.truncatedTo(ChronoUnit.SECONDS))
            .orElse("nothing is waiting");
    Listing<Promotion> listing = session.promotions().list(OPEN, session.caller());
    List<Promotion> open = listing.found().orElse(List.of());
    List<String> lines = new ArrayList<>();
    failed.forEach((id, ended) -> lines.add(failure(id, ended)));
    WaitView waits = session.waits();
    open.forEach(
        promotion ->
            waits.all(promotion).forEach(wait -> lines.add(promotion.id() + "  waits: " + wait)));
    if (listing instanceof Listing.Refused<Promotion> unseen) {
      lines.addAll(NoticeView.lines(List.of(unseen.reason()), ink()));
    }
    lines.add((events == 0 ? "Nothing was due; " : "Nothing is due now; ") + coming + ".");
    boolean refused = failOnFailure && !failed.isEmpty();
    return new Report(
        refused ? Exit.REFUSED : Exit.DONE,
        lines,
        Fields.of("outcome", refused ? "failed" : "done")
            .and("events", events)
            .and("shards", served.stream().map(ShardName::value).sorted().toList())
            .and("nextDueAt", next)
            .and("failed", List.copyOf(failed.keySet()))
            .and(
                "waiting",
                listing.found().isEmpty()
                    ? null
                    : open.stream().map(each -> waiting(each, waits)).toList())
            .map());
  }

  private String failure(PromotionId id, PromotionEvent.Ended ended) {
    String why = ended.reason().map(Reason::what).orElse("no reason was recorded");
    return ink().red(ended.phase().name()) + " " + id + ": " + why;
  }

  private static Map<String, @Nullable Object> waiting(Promotion promotion, WaitView waits) {
    return Fields.of("promotion", promotion.id()).and("waits", waits.fields(promotion)).map();
  }
}
