package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Which controllers live, by name.
 *
 * <p>One that was killed counts as alive for up to 120 seconds more; one that was stopped in good
 * order is gone from the map, like one that never was.
 *
 * @param defaultController who takes what names no shard, as the server was told
 */
public record Heartbeats(Map<String, Heartbeat> heartbeats, Optional<String> defaultController) {
  /** Fills what is missing. */
  public Heartbeats {
    heartbeats = Given.map(heartbeats);
    defaultController = Given.filled(defaultController);
  }

  /** Returns whether the controller of a shard lives, as far as is known; empty for no shard. */
  public boolean isAlive(Optional<String> shard) {
    return shard
        .or(() -> defaultController)
        .map(heartbeats::get)
        .filter(Heartbeat::isAlive)
        .isPresent();
  }

  /** The last sign of life of a controller. */
  public record Heartbeat(String controller, String status, Optional<Instant> timestamp) {
    /** Fills what is missing. */
    public Heartbeat {
      controller = Given.text(controller);
      status = Given.text(status);
    }

    /** Returns whether the server takes it for alive. */
    public boolean isAlive() {
      return status.equals("Alive");
    }
  }
}
