package dev.gatehouse.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Tells the version that the build put into the jar. */
final class Version implements IVersionProvider {
  Version() {}

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("from sources");
    return new String[] {
      "gatehouse " + version, "Java " + System.getProperty("java.version", "unknown")
    };
  }
}
