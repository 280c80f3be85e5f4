package dev.gatehouse.testkit;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.ControlModels;
import dev.gatehouse.policy.PromotionWindow;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.policy.StageDemands;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.stage.ControlPlaneSettings;
import dev.gatehouse.stage.PromotionPath;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.stage.Update;
import dev.gatehouse.stage.ValueFrom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Builds the rulebook of one application for tests, and the repository that fits it; starts with
 * controls that ask for nothing. Not thread-safe.
 */
public final class Rulebooks {
  /** The branch that every target's desired state is on. */
  public static final String BRANCH = "main";

  private final String application;
  private String repository = "memory:desired";
  private Optional<ControlPlaneSettings> controlPlane = Optional.empty();
  private Duration writtenWithin = Target.WRITTEN_WITHIN;
  private final List<Stage> stages = new ArrayList<>();
  private final Map<ShardName, Shard> shards = new LinkedHashMap<>();
  private final Map<StageName, StageDemands> demands = new HashMap<>();
  private final List<PromotionWindow> windows = new ArrayList<>();
  private final List<Actor> people = new ArrayList<>();
  private UnaryOperator<ControlModel> controls = UnaryOperator.identity();
  private Rights rights = Rights.OPEN;

  private Rulebooks(String application) {
    this.application = application;
  }

  /** Starts the rulebook of an application. */
  public static Rulebooks of(String application) {
    return new Rulebooks(application);
  }

  /** Sets the address of the repository of the targets that are added from now on. */
  public Rulebooks at(String url) {
    this.repository = url;
    return this;
  }

  /** Sets how long the targets that are added from now on may wait to be written. */
  public Rulebooks writtenWithin(Duration span) {
    this.writtenWithin = span;
    return this;
  }

  /** Sets what follows the targets that are added from now on; nothing unless set. */
  public Rulebooks followedBy(ControlPlaneSettings settings) {
    this.controlPlane = Optional.of(settings);
    return this;
  }

  /** Adds a stage after the one that was added last; a target is {@code name@shard}. */
  public Rulebooks stage(String name, String... targets) {
    List<StageName> after =
        stages.isEmpty() ? List.of() : List.of(stages.get(stages.size() - 1).name());
    List<Target> all = Arrays.stream(targets).map(this::target).toList();
    stages.add(new Stage(new StageName(name), after, Stage.Requires.ALL, all));
    return this;
  }

  /** Sets how many targets may be in flight on a shard; one unless set. */
  public Rulebooks shard(String name, int concurrency) {
    shards.put(new ShardName(name), Shard.of(name, concurrency));
    return this;
  }

  /** Adds or replaces a shard. */
  public Rulebooks shard(Shard shard) {
    shards.put(shard.name(), shard);
    return this;
  }

  /** Sets what every class and level asks for, made from a model that asks for nothing. */
  public Rulebooks controls(UnaryOperator<ControlModel> asked) {
    this.controls = asked;
    return this;
  }

  /** Sets what a stage asks for on top. */
  public Rulebooks demands(String stage, StageDemands asked) {
    demands.put(new StageName(stage), asked);
    return this;
  }

  /** Adds a window. */
  public Rulebooks window(PromotionWindow window) {
    windows.add(window);
    return this;
  }

  /** Adds a person; with the first one, what callers claim about their groups counts nothing. */
  public Rulebooks person(String id, String... groups) {
    return actor(Actor.person(id, groups));
  }

  /** Adds someone who is not a person. */
  public Rulebooks actor(Actor known) {
    people.add(known);
    return this;
  }

  /** Sets who may do what; everybody everything unless set. */
  public Rulebooks rights(Rights held) {
    this.rights = held;
    return this;
  }

  /** Returns the rulebook. */
  public Rulebook build() {
    ApplicationName name = new ApplicationName(application);
    return new Rulebook(
        Map.of(name, new PromotionPath(name, 2, stages)),
        shards,
        models(controls),
        Map.of(name, demands),
        windows,
        Map.of(),
        rights,
        Directory.of(people.toArray(Actor[]::new)));
  }

  /** Returns a repository in which every target is at version 1. */
  public InMemoryGit repository() {
    Map<String, String> files = new TreeMap<>();
    for (Stage stage : stages) {
      for (Target target : stage.targets()) {
        files.put(
            file(target.name().value()),
            "image: registry.example/" + application + ":1\nreplicas: 2\n");
      }
    }
    return new InMemoryGit(BRANCH, files);
  }

  /** Returns the file that holds the desired state of a target. */
  public static String file(String target) {
    return target + "/values.yaml";
  }

  /** Returns control models for every class and level that ask for nothing. */
  public static ControlModels models(UnaryOperator<ControlModel> asked) {
    List<ControlModel> all = new ArrayList<>();
    for (ChangeClass changeClass : ChangeClass.values()) {
      for (RiskLevel level : RiskLevel.values()) {
        all.add(asked.apply(Controls.none(changeClass, level)));
      }
    }
    return new ControlModels(all);
  }

  private Target target(String text) {
    String name = text.substring(0, text.indexOf('@'));
    ShardName shard = new ShardName(text.substring(text.indexOf('@') + 1));
    shards.computeIfAbsent(shard, absent -> Shard.of(absent.value(), 1));
    return new Target(
        new TargetName(name),
        shard,
        new Repository("desired", repository, BRANCH),
        name,
        List.of(
            new Update.YamlValue(file(name), "image", ValueFrom.only(ValueFrom.Part.REFERENCE))),
        0,
        Set.of(),
        controlPlane,
        Target.HEALTHY_WITHIN,
        writtenWithin);
  }
}
