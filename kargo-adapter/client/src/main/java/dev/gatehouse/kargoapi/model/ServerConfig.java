package dev.gatehouse.kargoapi.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.http.Given;
import java.util.Map;
import java.util.Optional;

/**
 * How the server is set up.
 *
 * @param argoCdShards where the Argo CD of each shard is
 */
public record ServerConfig(
    @JsonProperty("argocdShards") Map<String, ArgoCdShard> argoCdShards,
    Optional<String> kargoNamespace,
    Optional<String> systemResourcesNamespace,
    Optional<String> sharedResourcesNamespace,
    boolean secretManagementEnabled,
    boolean hasAnalysisRunLogsUrlTemplate) {
  /** Fills what is missing. */
  public ServerConfig {
    argoCdShards = Given.map(argoCdShards);
    kargoNamespace = Given.filled(kargoNamespace);
    systemResourcesNamespace = Given.filled(systemResourcesNamespace);
    sharedResourcesNamespace = Given.filled(sharedResourcesNamespace);
  }

  /** The Argo CD of a shard. */
  public record ArgoCdShard(String url, Optional<String> namespace) {
    /** Fills what is missing. */
    public ArgoCdShard {
      url = Given.text(url);
      namespace = Given.filled(namespace);
    }
  }
}
