package dev.gatehouse.testkit;

import dev.gatehouse.spi.DesiredStateWriter;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.stage.Update;
import dev.gatehouse.stage.ValueFrom;
import dev.gatehouse.testkit.contract.DesiredStateWriterContractTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class RecordingDesiredStateWriterTest extends DesiredStateWriterContractTest {
  private static final String FILE = "eu-1/values.yaml";
  private final SettableClock clock = SettableClock.onMonday();
  private final InMemoryLeases leases = new InMemoryLeases();
  private final InMemoryWriteIntents intents = new InMemoryWriteIntents(leases);
  private final InMemoryGit git = new InMemoryGit("main", Map.of(FILE, text(FIRST)));

  @Override
  protected DesiredStateWriter writer() {
    return new RecordingDesiredStateWriter(git, intents, leases, clock, "one", Steps.NONE);
  }

  @Override
  protected Target target() {
    return target(FILE);
  }

  @Override
  protected Target brokenTarget() {
    return target("nowhere/values.yaml");
  }

  @Override
  protected String version() {
    return git.file("main", FILE).orElseThrow().replaceAll("(?s).*image: (\\S+)\\n.*", "$1");
  }

  @Override
  protected void somebodyElseSets(String version) {
    git.commitFile("main", FILE, text(version));
  }

  @Override
  protected int commits() {
    return git.log("main").size();
  }

  private static String text(String version) {
    return "image: " + version + "\n";
  }

  private static Target target(String file) {
    return new Target(
        new TargetName("eu-1"),
        new ShardName("eu"),
        new Repository("desired", "memory:desired", "main"),
        "eu-1",
        List.of(new Update.YamlValue(file, "image", ValueFrom.only(ValueFrom.Part.TAG))),
        0,
        Set.of(),
        Optional.empty());
  }
}
