package dev.gatehouse.runtime;

import dev.gatehouse.config.LoadedConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The installation as the file says it now: a saved edit counts at the next act, all of it or
 * nothing. An edit with a mistake, and one that a running process cannot take over, is logged and
 * leaves the last good reading in force. Thread-safe.
 *
 * <p>The file is read again when its time, its size or its identity differs: a volume of Kubernetes
 * swaps a link, and reproducible images give every file one time. A time is trusted only when it
 * lies well before the reading: two edits within one tick of a file system's clock have the same
 * time (Git calls such a file racily clean).
 */
final class LiveInstallation implements Supplier<Installation> {
  private static final System.Logger LOG = System.getLogger(LiveInstallation.class.getName());
  private static final Duration TICK = Duration.ofSeconds(2);
  private static final Stamp NEVER = new Stamp(FileTime.fromMillis(0), -1, "");
  private final RulesFile file;
  private final InstantSource clock;
  private Installation current;
  private Stamp stamp;
  private Instant readAt;
  private byte[] content;

  LiveInstallation(RulesFile file, Installation first, InstantSource clock) {
    this.file = file;
    this.clock = clock;
    this.current = first;
    this.stamp = NEVER;
    this.readAt = Instant.EPOCH;
    this.content = new byte[0];
  }

  @Override
  public synchronized Installation get() {
    if (mayHaveChanged()) {
      look();
    }
    return current;
  }

  private boolean mayHaveChanged() {
    boolean settled = stamp.modified().toInstant().plus(TICK).isBefore(readAt);
    return !settled || !stamp().equals(stamp);
  }

  private void look() {
    Stamp before = stamp();
    byte[] found = bytes();
    readAt = clock.instant();
    stamp = before;
    if (!Arrays.equals(found, content)) {
      content = found;
      take(file.load());
    }
  }

  private void take(LoadedConfiguration loaded) {
    if (loaded instanceof LoadedConfiguration.Invalid invalid) {
      warn("the rules were changed and are invalid", invalid.report());
      return;
    }
    Installation newer = Installation.of((LoadedConfiguration.Loaded) loaded);
    String part = current.needsRestart(newer);
    if (part.isEmpty()) {
      current = newer;
    } else {
      warn("the rules were changed, and so were " + part, "Restart this process to take it over.");
    }
  }

  private static void warn(String what, String more) {
    LOG.log(System.Logger.Level.WARNING, what + "; the ones before stay in force\n" + more);
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file.path());
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private record Stamp(FileTime modified, long size, Object identity) {}

  private Stamp stamp() {
    try {
      BasicFileAttributes found = Files.readAttributes(file.path(), BasicFileAttributes.class);
      Object key = found.fileKey();
      return new Stamp(found.lastModifiedTime(), found.size(), key == null ? "" : key);
    } catch (IOException e) {
      return NEVER;
    }
  }
}
