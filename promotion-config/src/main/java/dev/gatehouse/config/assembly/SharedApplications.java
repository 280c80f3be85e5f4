package dev.gatehouse.config.assembly;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.settings.ArgoSettings;
import dev.gatehouse.stage.ArgoApplication;
import dev.gatehouse.stage.Target;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses targets that name one Argo CD application: it shows one operation and one health, and so
 * cannot prove which of them is live. Used once, by one thread.
 */
final class SharedApplications {
  private record Follower(String application, Target target, ArgoApplication argo, Place place) {
    String name() {
      return application + "/" + target.name();
    }
  }

  /** An application of one project cannot have the name of one of another project. */
  private record Identity(String server, Optional<String> namespace, String name) {}

  private final List<Follower> followers = new ArrayList<>();

  void add(String application, Target target, Place place) {
    ArgoApplication.following(target)
        .ifPresent(argo -> followers.add(new Follower(application, target, argo, place)));
  }

  /** Refuses them, each by the first target that names its application. */
  void refuse(Map<String, ArgoSettings> servers, Problems problems) {
    Map<Identity, Follower> seen = new HashMap<>();
    for (Follower follower : followers) {
      Identity identity =
          new Identity(
              server(follower.target().shard().value(), servers),
              follower.argo().namespace(),
              follower.argo().name());
      Follower first = seen.putIfAbsent(identity, follower);
      if (first != null) {
        problems.add(
            follower.place(),
            ProblemCodes.SHARED_APPLICATION,
            "The target '%s' names the Argo CD application '%s', as target '%s' on line %d does."
                .formatted(
                    follower.name(), follower.argo().name(), first.name(), first.place().line()),
            "Give each target an application of its own, such as \"{application}-{target}\"; or write"
                + " `argo: none` where nothing of Argo CD is to be waited for.");
      }
    }
  }

  /** Two shards may be driven by one Argo CD. */
  private static String server(String shard, Map<String, ArgoSettings> servers) {
    return Optional.ofNullable(servers.get(shard))
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
