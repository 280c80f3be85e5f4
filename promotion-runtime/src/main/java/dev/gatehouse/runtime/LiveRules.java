package dev.gatehouse.runtime;

import dev.gatehouse.config.LoadedConfiguration;
import dev.gatehouse.policy.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;

/**
 * The rules as the file says them now: a saved edit counts at the next decision. An edit with a
 * mistake is logged and leaves the last good rules in force. Thread-safe.
 */
final class LiveRules implements Supplier<Rulebook> {
  private static final System.Logger LOG = System.getLogger(LiveRules.class.getName());
  private final RulesFile file;
  private Rulebook current;
  private FileTime read;

  LiveRules(RulesFile file, Rulebook first) {
    this.file = file;
    this.current = first;
    this.read = modified(FileTime.fromMillis(0));
  }

  @Override
  public synchronized Rulebook get() {
    FileTime now = modified(read);
    if (!now.equals(read)) {
      read = now;
      LoadedConfiguration loaded = file.load();
      if (loaded instanceof LoadedConfiguration.Loaded good) {
        current = good.rulebook();
      } else {
        LOG.log(
            System.Logger.Level.WARNING,
            "the rules were changed and are invalid; the ones before stay in force\n"
                + ((LoadedConfiguration.Invalid) loaded).report());
      }
    }
    return current;
  }

  private FileTime modified(FileTime unknown) {
    try {
      return Files.getLastModifiedTime(file.path());
    } catch (IOException e) {
      return unknown;
    }
  }
}
