package dev.gatehouse.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.history.Checkpoint;
import java.util.Optional;

/** A checkpoint as one line of JSON, to be kept outside the database; thread-safe. */
public final class CheckpointLine {
  private CheckpointLine() {}

  /** Returns the line, without its end. */
  public static String of(Checkpoint checkpoint) {
    try {
      return LedgerWriter.LINE.writeValueAsString(LedgerLine.Checkpoint.of(checkpoint));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a checkpoint that cannot be written", e);
    }
  }

  /** Returns the checkpoint of a line; empty if it is none, or is not sound. */
  public static Optional<Checkpoint> read(String line) {
    try {
      return DomainMapper.MAPPER.readValue(line, LedgerLine.class)
              instanceof LedgerLine.Checkpoint found
          ? Optional.of(found.value()).filter(Checkpoint::isSound)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
