package dev.gatehouse.app.drive;

import dev.gatehouse.spi.Step;
import dev.gatehouse.spi.Steps;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stops a process for good at a named moment, so that someone can kill it there: the demo and the
 * crash tests set {@code GATEHOUSE_PAUSE_AT=PUSHED}, or {@code PUSHED#2} for the second time.
 */
public final class PausePoint {
  /** The variable that names the moment. */
  public static final String VARIABLE = "GATEHOUSE_PAUSE_AT";

  /** What the process prints when it has stopped. */
  public static final String MARK = "paused at ";

  private PausePoint() {}

  /** Returns steps that stop at the moment that the environment names; usually that is none. */
  public static Steps of(Map<String, String> environment, PrintWriter out) {
    String wanted = environment.getOrDefault(VARIABLE, "");
    if (wanted.isEmpty()) {
      return Steps.NONE;
    }
    int cut = wanted.indexOf('#');
    Step step = Step.valueOf(cut < 0 ? wanted : wanted.substring(0, cut));
    AtomicInteger left =
        new AtomicInteger(cut < 0 ? 1 : Integer.parseInt(wanted.substring(cut + 1)));
    return reached -> {
      if (reached == step && left.decrementAndGet() == 0) {
        out.println(MARK + wanted);
        out.flush();
        stop();
      }
    };
  }

  private static void stop() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
