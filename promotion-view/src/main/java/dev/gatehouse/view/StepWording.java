package dev.gatehouse.view;

import dev.gatehouse.promotion.Wait;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a host words a {@link NextStep} for its users; implementations are thread-safe. */
@FunctionalInterface
public interface StepWording {
  /** Returns how to do a step, or empty when nothing has to be done. */
  Optional<String> command(NextStep step);

  /** Returns what to do next about a reason; the promotion is where it leaves one open. */
  default String next(Reason reason, String promotion) {
    return sentence(reason.next().replace("<promotion>", promotion), reason.of(promotion).steps());
  }

  /** Returns what ends a wait. */
  default String end(Wait wait) {
    return sentence(wait.end(), wait.steps());
  }

  private String sentence(String text, List<NextStep> steps) {
    String commands =
        steps.stream().flatMap(step -> command(step).stream()).collect(Collectors.joining(", or "));
    return commands.isEmpty() ? text : text.replaceFirst("[.:]$", "") + ": " + commands + ".";
  }
}
