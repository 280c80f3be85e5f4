package dev.gatehouse.git;

import dev.gatehouse.change.Revision;
import dev.gatehouse.spi.Ancestry;
import dev.gatehouse.stage.Target;
import dev.gatehouse.testkit.contract.AncestryContractTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class GitAncestryKeepsTheContractTest extends AncestryContractTest {
  @TempDir Path folder;
  private RemoteFixture remote;
  private Revision promoted;
  private Revision elsewhere;
  private Revision here;

  @BeforeEach
  void commit() throws IOException {
    remote = new RemoteFixture(folder);
    promoted = pushed("a", "v2");
    elsewhere = pushed("b", "v2");
    here = pushed("a", "v3");
  }

  private Revision pushed(String service, String tag) throws IOException {
    remote.write("apps/" + service + "/kustomization.yaml", RemoteFixture.kustomization(tag));
    remote.push("Bump " + service);
    return new Revision(remote.log("%H").lines().findFirst().orElseThrow());
  }

  @Override
  protected Ancestry ancestry() {
    return new GitAncestry(GitSettings.anonymous(remote.caches()));
  }

  @Override
  protected Target target() {
    return remote.target("a");
  }

  @Override
  protected Revision promoted() {
    return promoted;
  }

  @Override
  protected Revision laterElsewhere() {
    return elsewhere;
  }

  @Override
  protected Revision laterHere() {
    return here;
  }
}
