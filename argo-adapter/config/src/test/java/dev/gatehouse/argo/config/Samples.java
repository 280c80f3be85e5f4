package dev.gatehouse.argo.config;

import dev.gatehouse.config.ConfigurationLoader;
import dev.gatehouse.config.LoadedConfiguration;
import dev.gatehouse.config.controlplane.ControlPlaneFormat;
import dev.gatehouse.policy.DefaultControlModels;
import java.nio.file.Path;
import java.util.List;

/** Files to read, and a loader that knows Argo CD. */
final class Samples {
  static final List<ControlPlaneFormat<?, ?>> KINDS = List.of(new ArgoFormat());

  private Samples() {}

  static ConfigurationLoader loader() {
    return new ConfigurationLoader(DefaultControlModels.all(), KINDS);
  }

  static Path path(String resource) {
    return Path.of("src/test/resources").toAbsolutePath().resolve(resource);
  }

  static LoadedConfiguration.Loaded loaded(LoadedConfiguration configuration) {
    if (configuration instanceof LoadedConfiguration.Invalid invalid) {
      throw new AssertionError(invalid.report());
    }
    return (LoadedConfiguration.Loaded) configuration;
  }
}
