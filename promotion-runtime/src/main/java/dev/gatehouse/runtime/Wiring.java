package dev.gatehouse.runtime;

import dev.gatehouse.spi.Steps;
import java.time.InstantSource;
import java.util.Map;

/**
 * What the rules do not say but the engine needs.
 *
 * @param environment the variables that secrets may be referred to by
 * @param clock the time
 * @param steps who is notified of named moments
 * @param observations who receives what control planes show
 */
public record Wiring(
    Map<String, String> environment,
    InstantSource clock,
    Steps steps,
    ObservationListener observations) {
  /** Copies the environment. */
  public Wiring {
    environment = Map.copyOf(environment);
  }

  /** Returns a wiring in which nobody listens. */
  public static Wiring of(Map<String, String> environment, InstantSource clock) {
    return new Wiring(environment, clock, Steps.NONE, ObservationListener.NONE);
  }

  /** Returns this wiring with someone who is notified of named moments. */
  public Wiring pausing(Steps told) {
    return new Wiring(environment, clock, told, observations);
  }

  /** Returns this wiring with someone who receives what control planes show. */
  public Wiring watching(ObservationListener told) {
    return new Wiring(environment, clock, steps, told);
  }
}
