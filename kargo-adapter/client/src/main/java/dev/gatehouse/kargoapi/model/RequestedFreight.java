package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/** Freight of one origin that a Stage takes, and on which conditions. */
public record RequestedFreight(FreightOrigin origin, Sources sources) {
  /** Fills what is missing. */
  public RequestedFreight {
    origin = Given.or(origin, FreightOrigin.NONE);
    sources = Given.or(sources, Sources.NONE);
  }

  /**
   * Where the Freight may come from.
   *
   * @param direct whether straight from the Warehouse
   * @param stages the Stages that must have verified it
   * @param requiredSoakTime how long it must have been there, as Go writes durations
   * @param availabilityStrategy whether one of these Stages is enough; empty means so
   */
  public record Sources(
      boolean direct,
      List<String> stages,
      Optional<String> requiredSoakTime,
      Optional<String> availabilityStrategy) {
    private static final Sources NONE =
        new Sources(false, List.of(), Optional.empty(), Optional.empty());

    /** Fills what is missing. */
    public Sources {
      stages = Given.list(stages);
      requiredSoakTime = Given.filled(requiredSoakTime);
      availabilityStrategy = Given.filled(availabilityStrategy);
    }
  }
}
