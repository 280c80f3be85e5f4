package dev.gatehouse.runtime;

import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.json.CheckpointLine;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The checkpoints that this installation has taken, in a file outside the database: one line each,
 * only ever appended. Thread-safe.
 *
 * @param file where they are kept
 */
record KeptCheckpoints(Path file) {
  /** Adds one. */
  void keep(Checkpoint checkpoint) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file,
        CheckpointLine.of(checkpoint) + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /**
   * Returns all of them.
   *
   * @throws InvalidConfigurationException if the file cannot be read
   */
  List<Checkpoint> readable() {
    try {
      return all();
    } catch (IOException e) {
      throw new InvalidConfigurationException(
          new Reason(
              ReasonCode.of("file-unreadable"),
              "The checkpoints that are kept outside of the ledger cannot be read ("
                  + e.getClass().getSimpleName().replace("Exception", "")
                  + ").",
              file.toString(),
              "Check whether you may read it."));
    }
  }

  /** Returns all that can be read; a line that a crash cut off is left out. */
  private List<Checkpoint> all() throws IOException {
    try {
      return Files.readAllLines(file).stream()
          .map(CheckpointLine::read)
          .flatMap(Optional::stream)
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }
}
