package dev.gatehouse.app.command;

import dev.gatehouse.api.Answer;
import dev.gatehouse.app.drive.Following;
import dev.gatehouse.app.drive.Interruption;
import dev.gatehouse.app.drive.LiveLines;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.EventView;
import dev.gatehouse.app.view.LiveView;
import dev.gatehouse.app.view.NoticeView;
import dev.gatehouse.app.view.PromotionView;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.runtime.Wiring;
import dev.gatehouse.runtime.Worker;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** A command that begins a promotion; with {@code --wait} also drives it. */
abstract class ProposingCommand extends EngineCommand {
  @Option(names = "--wait", description = "Drive it until it ends or waits for a person.")
  boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "<span>",
      description = "How long --wait waits. Default: 1h.")
  String timeout = "1h";

  private final LiveLines live;

  ProposingCommand(Surroundings around) {
    super(around);
    this.live = new LiveLines(around.clock());
  }

  @Override
  Wiring wiring() {
    return super.wiring().watching(live);
  }

  /** Records the proposal and reports what came of it; or reports why there is none. */
  abstract Report propose(Session session, Function<Answer, Report> proposed);

  @Override
  final Report on(Session session) {
    Duration atMost = Times.span(timeout); // before anything is recorded
    if (!wait) {
      return propose(session, session::planned);
    }
    return session
        .composition()
        .worker(Set.of(), session.caller())
        .either(
            worker -> propose(session, answer -> driven(session, answer, worker, atMost)),
            reason -> ReasonView.refused(notDriven(reason), ink()));
  }

  private static Reason notDriven(Reason reason) {
    return new Reason(
        reason.code(),
        reason.what() + " --wait drives the promotion, so nothing was recorded.",
        reason.where(),
        "Propose without --wait; a worker that may execute continues it. " + reason.next(),
        reason.steps());
  }

  private Report driven(Session session, Answer answer, Worker worker, Duration atMost) {
    return answer instanceof Answer.Accepted accepted
        ? driven(session, accepted, worker, atMost)
        : session.planned(answer);
  }

  private Report driven(Session session, Answer.Accepted proposed, Worker worker, Duration atMost) {
    Promotion promotion = proposed.promotion();
    progress().println(ink().bold(promotion.id().value()));
    Following following =
        new Following(
            session.promotions(),
            session.caller(),
            promotion.id(),
            around().clock().instant().plus(atMost),
            event -> {
              progress().println("  " + EventView.line(event));
              watched(session, event);
            });
    try (Interruption interruption = Interruption.awaited()) {
      worker.until(
          () -> {
            show(promotion);
            return interruption.came() || following.isOver(around().clock().instant());
          },
          event -> {});
      if (interruption.came()) {
        progress().println("  interrupted; nothing is lost. Continue with: gatehouse run");
      }
    }
    Answer now = session.promotions().ask(promotion.id(), session.caller());
    return now instanceof Answer.Accepted accepted
        ? NoticeView.before(
            PromotionView.followed(accepted.promotion(), session.waits(), ink()),
            proposed.notices(),
            ink())
        : ReasonView.refused(((Answer.Refused) now).reason(), ink());
  }

  private void watched(Session session, Recorded event) {
    BakeLine.after(event, session).ifPresent(line -> progress().println("  " + line));
  }

  private void show(Promotion promotion) {
    live.show(
        observation -> {
          if (observation.promotion().equals(promotion.id())) {
            progress()
                .println(
                    "  "
                        + LiveView.line(
                            observation.target(), observation.seen(), observation.at()));
          }
        });
  }
}
