package dev.gatehouse.argo;

import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.OperationState;
import dev.gatehouse.spi.LiveState;
import java.util.Optional;

/** Says in three words what an application shows; what a server wrote is cut. */
final class Observations {
  private static final int LONGEST = 40;

  private Observations() {}

  static LiveState.Observed of(Application answer) {
    Optional<OperationState> state = answer.status().operationState();
    String operation =
        state.map(Observations::phase).orElse(answer.operation().isPresent() ? "not begun" : "");
    return new LiveState.Observed(
        word(answer.status().sync().status()), word(answer.status().health().status()), operation);
  }

  private static String phase(OperationState state) {
    String phase = word(state.phase());
    return state.waitsForRetry() ? phase + ", try " + (state.retryCount() + 1) : phase;
  }

  private static String word(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.isEmpty() ? "Unknown" : line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }
}
