package dev.gatehouse.runtime;

import dev.gatehouse.argo.config.ArgoSettings;
import dev.gatehouse.config.settings.GatehouseSettings;
import dev.gatehouse.config.settings.SecretReference;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import dev.gatehouse.http.TlsTrust;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How the Argo CD of each shard is reached, from the settings; a token is read at every request, so
 * that a rotated one is seen.
 *
 * @param settings what the rules say
 * @param environment the variables that secrets may be referred to by
 */
record ArgoAccess(GatehouseSettings settings, Map<String, String> environment) {
  static final ReasonCode UNUSABLE = ReasonCode.of("argo-settings-unusable");

  /** Returns the server of each shard that this installation may act on. */
  Map<ShardName, ApiServer> servers(Rulebook rules) {
    Map<ShardName, ApiServer> servers = new HashMap<>();
    for (Shard shard : rules.shards().values()) {
      if (shard.reach() == Shard.Reach.EXECUTABLE) {
        settings
            .controlPlane(shard.name().value(), ArgoSettings.class)
            .ifPresent(argo -> servers.put(shard.name(), server(shard.name(), argo)));
      }
    }
    return servers;
  }

  private ApiServer server(ShardName shard, ArgoSettings argo) {
    bounded(shard, argo);
    ApiServer.Builder server =
        ApiServer.at(argo.url()).credentials(credentials(argo.token())).trust(trust(shard, argo));
    try {
      return (argo.plainHttp() ? server.allowPlainHttp() : server).build();
    } catch (IllegalArgumentException e) {
      throw unusable(shard, "The Argo CD cannot be used: " + e.getMessage() + ".", "Correct it.");
    }
  }

  private void bounded(ShardName shard, ArgoSettings argo) {
    Reach reach = Reach.of(environment);
    String where = "gatehouse.yaml, shard " + shard;
    String address = argo.url().toString();
    reach.contact(address, where);
    reach.secret(argo.token(), address, where);
    reach.protection(argo.anyCertificate() || argo.plainHttp(), where);
    argo.caFile().ifPresent(file -> reach.file(file, where));
  }

  private Credentials credentials(SecretReference from) {
    return () -> {
      String text =
          from.read(environment).orElseThrow(() -> new IOException("no secret in " + from.label()));
      try {
        return java.util.Optional.of(BearerToken.of(text));
      } catch (IllegalArgumentException e) {
        throw new IOException("no usable token in " + from.label(), e);
      }
    };
  }

  private static TlsTrust trust(ShardName shard, ArgoSettings argo) {
    if (argo.anyCertificate()) {
      return TlsTrust.insecure();
    }
    return argo.caFile().map(file -> TlsTrust.ca(pem(shard, file))).orElse(TlsTrust.system());
  }

  private static String pem(ShardName shard, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw unusable(
          shard,
          "The file " + file + " with the certificates for Argo CD cannot be read.",
          "Put it there, or name another one as `caFile`.");
    }
  }

  private static InvalidConfigurationException unusable(ShardName shard, String what, String next) {
    return new InvalidConfigurationException(
        new Reason(UNUSABLE, what, "gatehouse.yaml, shard " + shard, next));
  }
}
