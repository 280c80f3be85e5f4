package dev.gatehouse.argo.config;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.config.controlplane.FollowedTarget;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.settings.ControlPlaneServer;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.ShardName;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses targets that name one Argo CD application: it shows one operation and one health, and so
 * cannot prove which of them is live.
 */
record SharedApplications(Map<ShardName, ControlPlaneServer> servers, Problems problems) {
  /** Two targets that name one application of one Argo CD. */
  private static final ReasonCode SHARED = ReasonCode.of("shared-application");

  /** An application of one project cannot have the name of one of another project. */
  private record Identity(String server, Optional<String> namespace, String name) {}

  /** Refuses them, each by the first target that names its application. */
  void refuse(List<FollowedTarget> followed) {
    Map<Identity, FollowedTarget> seen = new HashMap<>();
    for (FollowedTarget follower : followed) {
      ArgoApplication application = (ArgoApplication) follower.settings();
      Identity identity =
          new Identity(server(follower.shard()), application.namespace(), application.name());
      FollowedTarget first = seen.putIfAbsent(identity, follower);
      if (first != null) {
        problems.add(
            follower.place(),
            SHARED,
            "The target '%s' names the Argo CD application '%s', as target '%s' on line %d does."
                .formatted(follower.name(), application.name(), first.name(), first.place().line()),
            "Give each target an application of its own, such as \"{application}-{target}\"; or write"
                + " `argo: none` where nothing of Argo CD is to be waited for.");
      }
    }
  }

  /** Two shards may be driven by one Argo CD. */
  private String server(ShardName shard) {
    return Optional.ofNullable(servers.get(shard))
        .map(ArgoSettings.class::cast)
        .map(ArgoSettings::url)
        .map(SharedApplications::address)
        .orElse("shard " + shard);
  }

  private static String address(URI url) {
    return (url.getScheme() + "://" + url.getHost()).toLowerCase(Locale.ROOT)
        + (url.getPort() < 0 ? "" : ":" + url.getPort())
        + url.getPath().replaceFirst("/+$", "");
  }
}
