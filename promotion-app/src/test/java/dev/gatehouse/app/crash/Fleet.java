package dev.gatehouse.app.crash;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Change;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.stage.PromotionPath;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.Rulebooks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The applications of one lane: each is promoted once, to two targets one after the other.
 *
 * @param folder where the lane's repository and ledger are
 * @param rounds how many rounds there are
 * @param perRound how many applications are promoted in a round
 */
record Fleet(Path folder, int rounds, int perRound) {
  static final String CHECK = "trust.tests";
  static final String STAGE = "prod";

  /** Returns the names of the applications of a round. */
  List<String> round(int round) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < perRound; i++) {
      names.add("app-" + round + "-" + i);
    }
    return names;
  }

  Change change(String application) {
    return Changes.aChange(application, "2");
  }

  SyncsOnDisk controlPlane() {
    return new SyncsOnDisk(folder.resolve("syncs"));
  }

  Path repository() {
    return folder.resolve("desired.git");
  }

  private Rulebooks rules(String application) {
    return Rulebooks.of(application)
        .at(repository().toString())
        .shard("eu", 8)
        .shard("us", 8)
        .stage(STAGE, application + "-eu@eu", application + "-us@us")
        .controls(m -> Controls.evidence(Controls.waves(m, Slice.EACH), CHECK));
  }

  Rulebook rulebook() {
    Map<ApplicationName, PromotionPath> paths = new HashMap<>();
    Rulebook last = rules("none").build();
    for (int round = 0; round < rounds; round++) {
      for (String application : round(round)) {
        ApplicationName name = new ApplicationName(application);
        paths.put(name, rules(application).build().path(name).orElseThrow());
      }
    }
    return new Rulebook(
        paths,
        last.shards(),
        last.models(),
        Map.of(),
        List.of(),
        Map.of(),
        Rights.OPEN,
        Directory.EMPTY);
  }

  /** Returns every file of the repository before the first promotion. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (String application : round(round)) {
        for (String shard : List.of("-eu", "-us")) {
          files.put(
              Rulebooks.file(application + shard),
              "image: registry.example/" + application + ":1\nreplicas: 2\n");
        }
      }
    }
    return files;
  }
}
