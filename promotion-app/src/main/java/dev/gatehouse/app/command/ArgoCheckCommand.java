package dev.gatehouse.app.command;

import dev.gatehouse.app.argo.Checked;
import dev.gatehouse.app.argo.ShardCheck;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ArgoCheckView;
import dev.gatehouse.argo.config.ArgoSettings;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.runtime.Composition;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks every Argo CD whether all is there that a promotion needs; changes nothing. */
@Command(
    name = "check",
    description = "Ask every Argo CD whether a promotion finds there what it needs.")
public final class ArgoCheckCommand extends EngineCommand {
  static final ReasonCode NONE_CONFIGURED = ReasonCode.of("argo-none-configured");

  @Option(
      names = "--shard",
      split = ",",
      paramLabel = "<shard>",
      description = "Look at these shards only. Default: every one with an Argo CD.")
  List<String> shards = List.of();

  /** Creates the command in these surroundings. */
  public ArgoCheckCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    Composition composition = session.composition();
    Syncer syncer = composition.argo().syncer();
    Function<Target, Optional<Reason>> hold =
        target -> syncer.hold(target, around().clock().instant()).map(SyncOutcome.Later::reason);
    Map<String, ArgoSettings> wanted = new TreeMap<>();
    for (ShardName shard : session.shards(shards)) {
      composition
          .settings()
          .controlPlane(shard.value(), ArgoSettings.class)
          .ifPresent(settings -> wanted.put(shard.value(), settings));
    }
    if (wanted.isEmpty() || (!shards.isEmpty() && wanted.size() < session.shards(shards).size())) {
      throw new InvalidConfigurationException(none());
    }
    List<Checked> found = new ArrayList<>();
    wanted.forEach(
        (name, settings) -> {
          ShardName shard = new ShardName(name);
          composition
              .argo()
              .client(shard)
              .map(client -> new ShardCheck(shard, settings, client, hold))
              .map(check -> check.look(composition.rulebook()))
              .ifPresent(found::add);
        });
    return ArgoCheckView.of(found, ink());
  }

  private static Reason none() {
    return new Reason(
        NONE_CONFIGURED,
        "There is no Argo CD to look at.",
        "gatehouse.yaml, shards",
        "Give a shard that is executable here an `argo` with url and tokenFrom.");
  }
}
