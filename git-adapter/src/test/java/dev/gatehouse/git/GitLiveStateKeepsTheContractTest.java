package dev.gatehouse.git;

import dev.gatehouse.change.Revision;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.stage.Target;
import dev.gatehouse.testkit.contract.LiveStateReaderContractTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.eclipse.jgit.util.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class GitLiveStateKeepsTheContractTest extends LiveStateReaderContractTest {
  @TempDir Path folder;
  private RemoteFixture remote;

  @BeforeEach
  void startRemote() throws IOException {
    remote = new RemoteFixture(folder);
  }

  @Override
  protected LiveStateReader reader() {
    return new GitLiveStateReader(GitSettings.anonymous(remote.caches()));
  }

  @Override
  protected Target target() {
    return remote.target("a");
  }

  @Override
  protected Revision live() {
    try {
      return new Revision(remote.log("%H").lines().findFirst().orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void goDown() {
    try {
      FileUtils.delete(remote.bare.toFile(), FileUtils.RECURSIVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
