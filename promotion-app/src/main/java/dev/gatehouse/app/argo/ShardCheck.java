package dev.gatehouse.app.argo;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.config.ArgoSettings;
import dev.gatehouse.argocd.client.ArgoCdClient;
import dev.gatehouse.argocd.model.UserInfo;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks the Argo CD of a shard whether all is there that its targets need; changes nothing.
 *
 * @param shard the shard
 * @param settings how its Argo CD is reached
 * @param client its Argo CD
 * @param hold tells why nothing can go live on a target now, when that is known
 */
public record ShardCheck(
    ShardName shard,
    ArgoSettings settings,
    ArgoCdClient client,
    Function<Target, Optional<Reason>> hold) {
  static final ReasonCode NOT_LOGGED_IN = ReasonCode.of("argo-not-logged-in");

  /** Looks at the server and at every target of the shard that names an application. */
  public Checked look(Rulebook rules) {
    Findings server = new Findings();
    server.add(Finding.good("connection", connection()));
    boolean usable = version(server) && token(server);
    List<Checked.OfTarget> targets = usable ? targets(rules) : List.of();
    return new Checked(shard, settings.url().toString(), server.list(), targets);
  }

  private boolean version(Findings server) {
    return server
        .answer("version", () -> client.version())
        .map(
            version -> {
              server.add(Finding.good("version", version.version()));
              return true;
            })
        .orElse(false);
  }

  private boolean token(Findings server) {
    Optional<UserInfo> user = server.answer("token", () -> client.session().userInfo());
    user.ifPresent(
        info ->
            server.add(
                info.loggedIn()
                    ? Finding.good("token", "of " + info.username().orElse("an unnamed account"))
                    : Finding.bad("token", nobody())));
    return user.filter(UserInfo::loggedIn).isPresent();
  }

  private List<Checked.OfTarget> targets(Rulebook rules) {
    List<Checked.OfTarget> found = new ArrayList<>();
    rules.paths().keySet().stream()
        .sorted()
        .forEach(
            application ->
                rules.path(application).orElseThrow().stages().stream()
                    .flatMap(stage -> stage.targets().stream())
                    .filter(this::isOurs)
                    .forEach(target -> found.add(target(application.value(), target))));
    return found;
  }

  private boolean isOurs(Target target) {
    return target.shard().equals(shard) && ArgoApplication.following(target).isPresent();
  }

  private Checked.OfTarget target(String application, Target target) {
    TargetCheck check =
        new TargetCheck(
            client, target, ArgoApplication.following(target).orElseThrow(), hold.apply(target));
    return new Checked.OfTarget(
        application + "/" + target.name(), check.ref().toString(), check.look());
  }

  private String connection() {
    if (settings.plainHttp() && "http".equals(settings.url().getScheme())) {
      return "plain HTTP: anyone on the network path can read the token";
    }
    if (settings.anyCertificate()) {
      return "HTTPS, any certificate: anyone on the network path can read the token";
    }
    return settings
        .caFile()
        .map(file -> "https, certificates of " + file.getFileName())
        .orElse("https, certificates of the Java runtime");
  }

  private Reason nobody() {
    return new Reason(
        NOT_LOGGED_IN,
        "The server treats the caller as anonymous.",
        settings.token().label(),
        "Make a token of an account or a project role, and put it there.");
  }
}
