package dev.gatehouse.app.crash;

import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A control plane that outlives the processes: it remembers in a file which syncs it started. */
record SyncsOnDisk(Path file) implements Syncer {
  @Override
  public Optional<SyncOutcome.Later> hold(Target target, Instant now) {
    return Optional.empty();
  }

  @Override
  public synchronized SyncOutcome sync(WrittenRevision written, Instant now) {
    String line = written.promotion() + " " + written.target().name();
    try {
      if (!started().contains(line)) {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
      return new SyncOutcome.Asked();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SyncOutcome rollBack(WrittenRevision failed, Instant now) {
    return new SyncOutcome.NotNeeded();
  }

  List<String> started() throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
