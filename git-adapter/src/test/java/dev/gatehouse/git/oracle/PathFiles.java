package dev.gatehouse.git.oracle;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.config.ConfigurationLoader;
import dev.gatehouse.config.LoadedConfiguration;
import dev.gatehouse.git.oracle.KonfluxData.Oracle;
import dev.gatehouse.policy.DefaultControlModels;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The path files of Konflux's rings, each from the day on that the bot followed it. */
final class PathFiles {
  private static final Path TABLE = Path.of("src/test/resources/oracles/path-files.txt");
  private final NavigableMap<LocalDate, Rulebook> byDay = new TreeMap<>();

  PathFiles() throws IOException {
    ConfigurationLoader loader = new ConfigurationLoader(DefaultControlModels.all());
    for (String line : Files.readAllLines(TABLE)) {
      if (!line.startsWith("#")) {
        String[] dayAndFile = line.split(" ", 2);
        byDay.put(LocalDate.parse(dayAndFile[0]), read(loader, Path.of(dayAndFile[1])));
      }
    }
  }

  /** The target that the bot wrote to; empty when the path file of its day knows none. */
  Optional<Target> target(Oracle oracle) {
    return Optional.ofNullable(byDay.floorEntry(oracle.day()))
        .map(Map.Entry::getValue)
        .flatMap(rulebook -> rulebook.path(new ApplicationName(oracle.component())))
        .flatMap(path -> path.stage(new StageName("ring-" + oracle.ring())))
        .map(PathFiles::only);
  }

  private static Target only(Stage stage) {
    List<Target> targets = stage.targets();
    if (targets.size() != 1) {
      throw new AssertionError(stage.name() + " has " + targets.size() + " targets");
    }
    return targets.get(0);
  }

  private static Rulebook read(ConfigurationLoader loader, Path file) {
    LoadedConfiguration read = loader.load(file);
    if (read instanceof LoadedConfiguration.Invalid invalid) {
      throw new AssertionError(invalid.report());
    }
    return ((LoadedConfiguration.Loaded) read).rulebook();
  }
}
