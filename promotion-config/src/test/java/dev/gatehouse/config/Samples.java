package dev.gatehouse.config;

import dev.gatehouse.policy.ApprovalRule;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.ControlModels;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.policy.WayBack;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Files to read, and control models to read them over. */
final class Samples {
  private Samples() {}

  static ControlModels plainModels() {
    List<ControlModel> models = new ArrayList<>();
    for (ChangeClass changeClass : ChangeClass.values()) {
      for (RiskLevel level : RiskLevel.values()) {
        models.add(
            new ControlModel(
                changeClass + " " + level,
                changeClass,
                level,
                List.of(Slice.count(1)),
                Bake.of(Duration.ofMinutes(15)),
                Bake.NONE,
                ApprovalRule.NONE,
                List.of(),
                Set.of(),
                WayBack.REVERT,
                false));
      }
    }
    return new ControlModels(models);
  }

  static ConfigurationLoader loader() {
    return new ConfigurationLoader(plainModels());
  }

  static Path path(String resource) {
    try {
      URL found = Samples.class.getResource("/" + resource);
      if (found == null) {
        throw new IllegalArgumentException("no resource " + resource);
      }
      return Path.of(found.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String text(String resource) throws IOException {
    return Files.readString(path(resource));
  }

  static LoadedConfiguration.Loaded loaded(LoadedConfiguration configuration) {
    if (configuration instanceof LoadedConfiguration.Invalid invalid) {
      throw new AssertionError(invalid.report());
    }
    return (LoadedConfiguration.Loaded) configuration;
  }
}
