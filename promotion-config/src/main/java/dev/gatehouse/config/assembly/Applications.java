package dev.gatehouse.config.assembly;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.config.document.ApplicationEntry;
import dev.gatehouse.config.document.StageEntry;
import dev.gatehouse.config.document.TargetEntry;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Table;
import dev.gatehouse.policy.ApprovalRule;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.StageDemands;
import dev.gatehouse.stage.PromotionPath;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.Update;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the paths of the applications; used once, by one thread. */
final class Applications {
  private static final int TIER = 3;

  private record Written(String application, TargetEntry entry, Target target, boolean whole) {}

  private final PartsOf parts;
  private final Map<String, Repository> repositories;
  private final Map<ShardName, Shard> shards;
  private final Map<String, Set<String>> commonRoles;
  private final Map<ApplicationName, PromotionPath> paths = new LinkedHashMap<>();
  private final Map<ApplicationName, Map<StageName, StageDemands>> demands = new LinkedHashMap<>();
  private final Map<ApplicationName, Map<String, Set<String>>> roles = new LinkedHashMap<>();
  private final List<Written> targets = new ArrayList<>();
  private final ControlPlanes controlPlanes;

  Applications(
      PartsOf parts,
      ControlPlanes controlPlanes,
      Map<String, Repository> repositories,
      Map<ShardName, Shard> shards,
      Table<Listing<Located<String>>> commonRoles) {
    this.parts = parts;
    this.controlPlanes = controlPlanes;
    this.repositories = repositories;
    this.shards = shards;
    this.commonRoles = rolesOf(commonRoles);
  }

  void add(ApplicationEntry entry) {
    ApplicationName name = new ApplicationName(entry.name().value());
    Map<String, Set<String>> filled = new HashMap<>(commonRoles);
    filled.putAll(rolesOf(entry.roles()));
    new StageGraph(entry, parts.names(), parts.problems()).check();
    Map<String, Located<String>> targetNames = new HashMap<>();
    Gaps gaps = new Gaps();
    List<Stage> stages = new ArrayList<>();
    Map<StageName, StageDemands> asked = new LinkedHashMap<>();
    parts
        .names()
        .unique("stage", entry.stages(), StageEntry::name)
        .forEach(
            (stageName, stage) -> {
              stages.add(stage(entry, stage, targetNames, gaps));
              asked.put(new StageName(stageName), demands(stage));
            });
    gaps.tell(parts.problems());
    paths.putIfAbsent(name, new PromotionPath(name, entry.tier().orElse(TIER), stages));
    demands.putIfAbsent(name, Map.copyOf(asked));
    roles.putIfAbsent(name, Map.copyOf(filled));
  }

  private Stage stage(
      ApplicationEntry application,
      StageEntry stage,
      Map<String, Located<String>> targetNames,
      Gaps gaps) {
    TargetAssembly assembly =
        new TargetAssembly(parts, controlPlanes, repositories, shards, application, stage, gaps);
    List<Target> made = new ArrayList<>();
    for (TargetEntry entry : stage.targets()) {
      if (parts.names().isNew("target", entry.name(), targetNames)) {
        assembly
            .assemble(entry)
            .ifPresent(
                target -> {
                  made.add(target);
                  targets.add(
                      new Written(
                          application.name().value(), entry, target, assembly.isWhole(entry)));
                  controlPlanes.follow(
                      application.name().value(), target, assembly.placement(entry), entry.place());
                });
      }
    }
    return new Stage(
        new StageName(stage.name().value()),
        stage.after().stream().map(name -> new StageName(name.value())).toList(),
        stage.requires().orElse(Stage.Requires.ALL),
        made);
  }

  private StageDemands demands(StageEntry stage) {
    return new StageDemands(
        parts.approval(stage.approvals(), ApprovalRule.NONE),
        stage.soak().orElse(Duration.ZERO),
        parts.bake(stage.bake(), Bake.NONE),
        parts.evidence(stage.evidence(), List.of()),
        parts.windows(stage.windows()),
        parts.done(stage.definitionOfDone()));
  }

  private Map<String, Set<String>> rolesOf(Table<Listing<Located<String>>> written) {
    Map<String, Set<String>> filled = new HashMap<>();
    Groups groups = parts.known().groups();
    for (Table.Row<Listing<Located<String>>> row : written.rows()) {
      Set<String> members = new TreeSet<>();
      for (Located<String> group : row.value()) {
        parts.names().known("group", group, groups.names(), groups.judged());
        members.add(group.value());
      }
      if (!members.isEmpty()) {
        filled.put(row.key().value(), members);
      }
    }
    return filled;
  }

  /** Refuses two targets that would write the same thing to the same place. */
  void refuseSameTargets() {
    Map<List<Object>, Written> seen = new HashMap<>();
    for (Written written : targets.stream().filter(Written::whole).toList()) {
      Target target = written.target();
      Optional.ofNullable(
              seen.putIfAbsent(
                  List.of(target.repository(), target.folder(), target.updates()), written))
          .ifPresent(first -> same(written, first));
    }
  }

  /** Notes each application that edits files outside the folder which its target renders. */
  void noticeOutside(Problems notices) {
    Set<String> told = new TreeSet<>();
    for (Written written : targets) {
      Target target = written.target();
      target.updates().stream()
          .map(Update::file)
          .filter(file -> !isInside(file, target.folder()))
          .findFirst()
          .filter(file -> told.add(written.application()))
          .ifPresent(
              file ->
                  notices.add(
                      written.entry().place(),
                      ProblemCodes.FILE_OUTSIDE_FOLDER,
                      "The target '"
                          + target.name()
                          + "' edits "
                          + file
                          + ", which lies outside its folder '"
                          + target.folder()
                          + "'.",
                      "All is well if that folder refers to the file, or if the file is a Kubernetes"
                          + " object. Otherwise each promotion there is HIGH (cannot classify): let"
                          + " `folder` name what is rendered from the file."));
    }
  }

  private static boolean isInside(String file, String folder) {
    String above = folder.replaceFirst("^\\./", "").replaceFirst("/$", "");
    return above.isEmpty()
        || above.equals(".")
        || file.replaceFirst("^\\./", "").startsWith(above + "/")
        || file.equals(above);
  }

  private void same(Written second, Written first) {
    parts
        .problems()
        .add(
            second.entry().place(),
            ProblemCodes.SAME_TARGET,
            "The target '"
                + second.target().name()
                + "' has the folder and the updates of target '"
                + first.target().name()
                + "' on line "
                + first.entry().place().line()
                + ".",
            "Put {target} or {stage} into `folder` and the paths of `updates`, or remove one of the two.");
  }

  Map<ApplicationName, PromotionPath> paths() {
    return paths;
  }

  Map<ApplicationName, Map<StageName, StageDemands>> demands() {
    return demands;
  }

  Map<ApplicationName, Map<String, Set<String>>> roles() {
    return roles;
  }
}
