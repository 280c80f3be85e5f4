package dev.gatehouse.gate;

import dev.gatehouse.plan.Plan;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.PromotionWindow;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a wave while a deny window is open, or while there are allow windows and none is open; deny
 * wins.
 */
public record PromotionWindowGate() implements Gate {
  /** The hold inside a deny window. */
  public static final ReasonCode FREEZE = ReasonCode.of("freeze");

  /** The hold outside every allow window. */
  public static final ReasonCode OUTSIDE_WINDOW = ReasonCode.of("outside-window");

  private static final Duration RECHECK = Duration.ofHours(6);

  @Override
  public GateName name() {
    return GateName.PROMOTION_WINDOW;
  }

  @Override
  public Set<Moment> moments() {
    return Set.of(Moment.BEFORE_START, Moment.BEFORE_WAVE);
  }

  @Override
  public GateVerdict judge(GateContext context) {
    Instant now = context.now();
    List<PromotionWindow> windows = applying(context);
    Optional<PromotionWindow> freeze =
        windows.stream()
            .filter(w -> w.kind() == PromotionWindow.Kind.DENY && w.isOpen(now))
            .max(Comparator.comparing(w -> w.closesAt(now).orElse(now)));
    if (freeze.isPresent()) {
      Instant end = freeze.get().closesAt(now).orElse(now.plus(RECHECK));
      return held(
          FREEZE,
          "Window '" + freeze.get().name() + "' denies promotions until " + end + ".",
          end,
          context);
    }
    List<PromotionWindow> allows =
        windows.stream().filter(w -> w.kind() == PromotionWindow.Kind.ALLOW).toList();
    if (allows.isEmpty() || allows.stream().anyMatch(w -> w.isOpen(now))) {
      return new GateVerdict.Passed(
          allows.stream()
              .filter(w -> w.isOpen(now))
              .map(w -> "window " + w.name() + " is open")
              .toList());
    }
    Optional<Instant> opens =
        allows.stream().flatMap(w -> w.opensAt(now).stream()).min(Instant::compareTo);
    String names = String.join(", ", allows.stream().map(PromotionWindow::name).toList());
    String when = opens.map(at -> "opens at " + at).orElse("never opens again");
    return held(
        OUTSIDE_WINDOW,
        "No allow window is open (" + names + "): it " + when + ".",
        opens.orElse(now.plus(RECHECK)),
        context);
  }

  private static List<PromotionWindow> applying(GateContext context) {
    Plan plan = context.plan();
    return context.windows().stream()
        .filter(
            window ->
                window.appliesTo(
                    plan.risk().changeClass(),
                    plan.risk().level(),
                    plan.stage(),
                    plan.controls().windows()))
        .toList();
  }

  private static GateVerdict held(
      ReasonCode code, String what, Instant until, GateContext context) {
    return new GateVerdict.Pending(
        new Reason(
            code,
            what,
            context.where(),
            "Wait until then, or ask for a waiver of promotion-window with a reason.",
            List.of(
                new NextStep.WaitUntil(until),
                new NextStep.Waive(Optional.empty(), GateName.PROMOTION_WINDOW.value()))),
        until);
  }
}
