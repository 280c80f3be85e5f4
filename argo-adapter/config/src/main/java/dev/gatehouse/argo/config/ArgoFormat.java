package dev.gatehouse.argo.config;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.config.controlplane.ControlPlaneFormat;
import dev.gatehouse.config.controlplane.FollowedTarget;
import dev.gatehouse.config.controlplane.ServerContext;
import dev.gatehouse.config.controlplane.TargetContext;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.settings.ControlPlaneServer;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.stage.ControlPlaneSettings;
import dev.gatehouse.stage.ShardName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The key {@code argo}: how Argo CD is written in {@code gatehouse.yaml}. Thread-safe. */
public final class ArgoFormat implements ControlPlaneFormat<ArgoServerEntry, ArgoApplicationEntry> {
  /** Creates the format. */
  public ArgoFormat() {}

  @Override
  public String key() {
    return "argo";
  }

  @Override
  public Class<ArgoServerEntry> serverEntry() {
    return ArgoServerEntry.class;
  }

  @Override
  public String serverMeaning() {
    return "The Argo CD that makes its targets live. Without it, what is in Git counts as live.";
  }

  @Override
  public Class<ArgoApplicationEntry> followerEntry() {
    return ArgoApplicationEntry.class;
  }

  @Override
  public String followerMeaning() {
    return "The Argo CD application that follows a target; {application}, {stage}, {target} and"
        + " {shard} are replaced. Default: that of the level above.";
  }

  @Override
  public Optional<ControlPlaneServer> server(ArgoServerEntry entry, ServerContext context) {
    return new ArgoServers(context).server(entry);
  }

  @Override
  public ControlPlaneSettings settings(ArgoApplicationEntry entry, TargetContext context) {
    return new ArgoApplications(context).assemble(entry);
  }

  @Override
  public void check(
      List<FollowedTarget> followed,
      Map<ShardName, ControlPlaneServer> servers,
      Problems problems) {
    new SharedApplications(servers, problems).refuse(followed);
  }

  @Override
  public Set<SourceName> sources() {
    return Set.of(ArgoApplication.SOURCE);
  }
}
