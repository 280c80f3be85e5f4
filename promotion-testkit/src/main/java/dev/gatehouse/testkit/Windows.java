package dev.gatehouse.testkit;

import dev.gatehouse.policy.PromotionWindow;
import dev.gatehouse.policy.Recurrence;
import dev.gatehouse.risk.ChangeClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Windows for tests that open once. */
public final class Windows {
  private Windows() {}

  /** Returns a window in which nothing may start. */
  public static PromotionWindow deny(String name, Instant from, Duration length) {
    return window(name, PromotionWindow.Kind.DENY, from, length, Set.of());
  }

  /** Returns a window outside which nothing may start. */
  public static PromotionWindow allow(String name, Instant from, Duration length) {
    return window(name, PromotionWindow.Kind.ALLOW, from, length, Set.of());
  }

  /** Returns a window for changes of one class only. */
  public static PromotionWindow scoped(PromotionWindow window, ChangeClass changeClass) {
    return new PromotionWindow(
        window.name(),
        window.kind(),
        window.starts(),
        window.length(),
        Set.of(changeClass),
        window.levels(),
        window.stages(),
        window.onRequest());
  }

  private static PromotionWindow window(
      String name,
      PromotionWindow.Kind kind,
      Instant from,
      Duration length,
      Set<ChangeClass> classes) {
    return new PromotionWindow(
        name, kind, new Once(from), length, classes, Set.of(), Set.of(), false);
  }

  /** A window that opens once. */
  private record Once(Instant start) implements Recurrence {
    @Override
    public Optional<Instant> lastStart(Instant atOrBefore) {
      return start.isAfter(atOrBefore) ? Optional.empty() : Optional.of(start);
    }

    @Override
    public Optional<Instant> nextStart(Instant after) {
      return start.isAfter(after) ? Optional.of(start) : Optional.empty();
    }

    @Override
    public String text() {
      return "once at " + start;
    }
  }
}
