package dev.gatehouse.git;

import dev.gatehouse.spi.DesiredStateWriter;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.stage.Target;
import dev.gatehouse.testkit.contract.DesiredStateWriterContractTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class GitWriterKeepsTheContractTest extends DesiredStateWriterContractTest {
  @TempDir Path folder;
  private final SharedStore store = new SharedStore();
  private RemoteFixture remote;

  @BeforeEach
  void startRemote() throws IOException {
    remote = new RemoteFixture(folder);
  }

  @Override
  protected DesiredStateWriter writer() {
    return new GitDesiredStateWriter(
        GitSettings.anonymous(remote.caches()), store.as("me", Steps.NONE));
  }

  @Override
  protected Target target() {
    return remote.target("a");
  }

  @Override
  protected Target brokenTarget() {
    return remote.target("nobody");
  }

  @Override
  protected String version() {
    try {
      return remote.show("apps/a/kustomization.yaml").replaceAll("(?s).*newTag: (\\S+)\\n.*", "$1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void somebodyElseSets(String version) {
    try {
      remote.pull();
      remote.write("apps/a/kustomization.yaml", RemoteFixture.kustomization(version));
      remote.push("Set " + version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected int commits() {
    try {
      return (int) remote.log("%H").lines().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
