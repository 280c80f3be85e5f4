package dev.gatehouse.runtime;

import dev.gatehouse.config.ConfigurationLoader;
import dev.gatehouse.config.LoadedConfiguration;
import dev.gatehouse.policy.DefaultControlModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The file with the rules.
 *
 * @param path where it is
 * @param name how mistakes name it
 */
public record RulesFile(Path path, String name) {
  private static final ConfigurationLoader LOADER =
      new ConfigurationLoader(DefaultControlModels.all(), InstalledControlPlanes.FORMATS);

  /** Returns the file as someone typed it in this directory. */
  public static RulesFile of(Path typed, Path directory) {
    return new RulesFile(directory.resolve(typed).normalize(), typed.toString());
  }

  /** Reads it. */
  public LoadedConfiguration load() {
    try {
      return LOADER.load(name, Files.readString(path), folder());
    } catch (IOException e) {
      return LOADER.load(path);
    }
  }

  /** Returns the folder that its relative paths start from. */
  public Path folder() {
    return Objects.requireNonNull(path.toAbsolutePath().getParent());
  }
}
