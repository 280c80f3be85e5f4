package dev.gatehouse.policy;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.CanonicalDigest;
import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.identity.Place;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.PromotionPath;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.StageName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that {@code gatehouse.yaml} says, as domain values.
 *
 * @param paths the path of each application
 * @param shards the shards by name
 * @param models the control models
 * @param demands what each application's stages ask for on top
 * @param windows the windows
 * @param roles for each application, the groups that fill a role of an approval rule; a role
 *     without an entry is a group
 * @param rights who may do what
 * @param directory who is in which group
 * @param rollback what a rollback asks for
 * @param waivers what a waiver has to keep to
 */
public record Rulebook(
    Map<ApplicationName, PromotionPath> paths,
    Map<ShardName, Shard> shards,
    ControlModels models,
    Map<ApplicationName, Map<StageName, StageDemands>> demands,
    List<PromotionWindow> windows,
    Map<ApplicationName, Map<String, Set<String>>> roles,
    Rights rights,
    Directory directory,
    RollbackRules rollback,
    WaiverRules waivers) {
  /** Copies the collections. */
  public Rulebook {
    paths = Map.copyOf(paths);
    shards = Map.copyOf(shards);
    demands = Map.copyOf(demands);
    windows = List.copyOf(windows);
    roles = Map.copyOf(roles);
  }

  /** Creates the rules with the defaults for rollbacks and waivers. */
  public Rulebook(
      Map<ApplicationName, PromotionPath> paths,
      Map<ShardName, Shard> shards,
      ControlModels models,
      Map<ApplicationName, Map<StageName, StageDemands>> demands,
      List<PromotionWindow> windows,
      Map<ApplicationName, Map<String, Set<String>>> roles,
      Rights rights,
      Directory directory) {
    this(
        paths,
        shards,
        models,
        demands,
        windows,
        roles,
        rights,
        directory,
        RollbackRules.DEFAULT,
        WaiverRules.DEFAULT);
  }

  /** Returns why this actor may do this nowhere: it is not known, or holds no right; or empty. */
  public Optional<Reason> refusal(Caller claimed, Verb verb) {
    return directory
        .refusal(claimed)
        .or(() -> rights.refusal(directory.today(claimed.actor()), verb));
  }

  /** Returns why this actor may not do this there: it is not known, or holds no right; or empty. */
  public Optional<Reason> refusal(Caller claimed, Verb verb, Place place) {
    return directory
        .refusal(claimed)
        .or(() -> rights.refusal(directory.today(claimed.actor()), verb, place));
  }

  /** Returns a digest over all of it: equal rules have equal digests, in every process. */
  public String digest() {
    CanonicalDigest digest = new CanonicalDigest();
    digest.add(paths).add(shards).add(models).add(demands).add(roles);
    digest.add(rights).add(directory).add(rollback).add(waivers);
    for (PromotionWindow window : windows) {
      digest.add(window.name()).add(window.kind()).add(window.starts().text());
      digest.add(window.length()).add(window.classes()).add(window.levels());
      digest.add(window.stages()).add(window.onRequest());
    }
    return digest.hex();
  }

  /** Returns the path of an application. */
  public Optional<PromotionPath> path(ApplicationName application) {
    return Optional.ofNullable(paths.get(application));
  }

  /** Returns the control model with the roles filled and the stage's demands added. */
  public ControlModel controls(ControlModel model, ApplicationName application, StageName stage) {
    return filled(model.with(demands(application, stage)), application);
  }

  /** Returns the model with its roles filled and nothing added. */
  public ControlModel filled(ControlModel named, ApplicationName application) {
    Map<String, Set<String>> filled = roles.getOrDefault(application, Map.of());
    ApprovalRule rule = named.approval();
    List<Quorum> quorums =
        rule.quorums().stream()
            .map(
                q ->
                    filled.containsKey(q.role())
                        ? new Quorum(q.count(), q.role(), filled.get(q.role()))
                        : q)
            .toList();
    return named.with(new ApprovalRule(quorums, rule.separationOfDuties(), rule.validFor()));
  }

  /** Returns the names of all facts that a promotion of the application may be asked for. */
  public Set<CheckName> factsAsked(ApplicationName application) {
    Set<CheckName> names = new TreeSet<>(Set.of(Bake.SAMPLES));
    models.models().forEach(model -> model.evidence().forEach(fact -> names.add(fact.check())));
    for (StageDemands stage : demands.getOrDefault(application, Map.of()).values()) {
      stage.evidence().forEach(fact -> names.add(fact.check()));
      stage.definitionOfDone().checks().forEach(check -> names.add(check.demand().check()));
    }
    return Collections.unmodifiableSet(names);
  }

  /** Returns what a stage asks for on top. */
  public StageDemands demands(ApplicationName application, StageName stage) {
    return demands.getOrDefault(application, Map.of()).getOrDefault(stage, StageDemands.NONE);
  }
}
