package dev.gatehouse.identity;

import java.util.Optional;

/**
 * Where an act takes effect; what is empty does not matter to the act.
 *
 * @param application the application
 * @param stage the stage
 * @param shard the shard
 */
public record Place(Optional<String> application, Optional<String> stage, Optional<String> shard) {
  /** The whole installation: only a right that holds everywhere covers it. */
  public static final Place EVERYTHING =
      new Place(Optional.empty(), Optional.empty(), Optional.empty());

  /** Returns the place of an application's stage. */
  public static Place of(String application, String stage) {
    return new Place(Optional.of(application), Optional.of(stage), Optional.empty());
  }

  /** Returns the place of a shard. */
  public static Place ofShard(String shard) {
    return new Place(Optional.empty(), Optional.empty(), Optional.of(shard));
  }

  @Override
  public String toString() {
    return equals(EVERYTHING)
        ? "the whole installation"
        : String.join(
            ", ",
            java.util.stream.Stream.of(
                    application.map(name -> "application " + name),
                    stage.map(name -> "stage " + name),
                    shard.map(name -> "shard " + name))
                .flatMap(Optional::stream)
                .toList());
  }
}
