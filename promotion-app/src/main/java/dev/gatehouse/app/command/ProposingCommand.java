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
import dev.gatehouse.runtime.Wiring;
import dev.gatehouse.runtime.Worker;
import java.time.Duration;
import java.util.List;
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

  /** Records the proposal. */
  abstract Answer propose(Session session);

  @Override
  final Report on(Session session) {
    Duration atMost = Times.span(timeout); // before anything is recorded
    Answer answer = propose(session);
    return wait && answer instanceof Answer.Accepted accepted
        ? driven(session, accepted, atMost)
        : session.planned(answer);
  }

  private Report driven(Session session, Answer.Accepted proposed, Duration atMost) {
    Promotion promotion = proposed.promotion();
    progress().println(ink().bold(promotion.id().value()));
    Following following =
        new Following(
            session.composition(),
            promotion.id(),
            0,
            around().clock().instant().plus(atMost),
            event -> {
              progress().println("  " + EventView.line(event));
              watched(session, event);
            });
    Worker worker = session.composition().worker(session.shards(List.of()), session.actor());
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
    Answer now = session.promotions().ask(promotion.id(), session.actor());
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
