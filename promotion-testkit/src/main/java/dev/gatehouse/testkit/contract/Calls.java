package dev.gatehouse.testkit.contract;

import dev.gatehouse.spi.WakeUp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** A handler that writes down its calls and answers as it is told; thread-safe. */
final class Calls {
  private final BiFunction<WakeUp, Integer, Optional<Instant>> answer;
  private final List<WakeUp> seen = new ArrayList<>();
  private final Map<WakeUp, Integer> counts = new HashMap<>();
  private final Set<WakeUp> running = new HashSet<>();
  private boolean overlapped;

  /** Answers with this function of the wake-up and of how often it came, from 1. */
  Calls(BiFunction<WakeUp, Integer, Optional<Instant>> answer) {
    this.answer = answer;
  }

  Calls() {
    this((wakeUp, count) -> Optional.empty());
  }

  Optional<Instant> handle(WakeUp wakeUp) {
    int count = enter(wakeUp);
    try {
      return answer.apply(wakeUp, count);
    } finally {
      leave(wakeUp);
    }
  }

  private synchronized int enter(WakeUp wakeUp) {
    overlapped |= !running.add(wakeUp);
    seen.add(wakeUp);
    return counts.merge(wakeUp, 1, Integer::sum);
  }

  private synchronized void leave(WakeUp wakeUp) {
    running.remove(wakeUp);
    notifyAll();
  }

  synchronized int of(WakeUp wakeUp) {
    return counts.getOrDefault(wakeUp, 0);
  }

  synchronized List<WakeUp> all() {
    return List.copyOf(seen);
  }

  synchronized boolean overlapped() {
    return overlapped;
  }
}
