package dev.gatehouse.kargoapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.UnexpectedAnswerException;
import dev.gatehouse.kargoapi.http.KargoCall;
import dev.gatehouse.kargoapi.model.Heartbeats;
import dev.gatehouse.kargoapi.model.PromotionTask;
import dev.gatehouse.kargoapi.model.PublicConfig;
import dev.gatehouse.kargoapi.model.ServerConfig;
import dev.gatehouse.kargoapi.model.ServerVersion;
import java.util.List;

/**
 * Asks about the server itself; any token may.
 *
 * <p>Thread-safe. Each method throws an {@link ApiException} when the answer is not a good one.
 */
public final class KargoServer {
  private final HttpTransport transport;

  KargoServer(HttpTransport transport) {
    this.transport = transport;
  }

  /** Asks whether the process runs; it says so also while it cannot work, without Kubernetes. */
  public void alive() throws ApiException {
    transport.send(ApiCall.of("GET", List.of("healthz")));
  }

  /** Reads which Kargo it is. */
  public ServerVersion version() throws ApiException {
    return transport.call(
        KargoCall.get("system", "server-version"), AnswerReader.of(ServerVersion.class));
  }

  /** Reads how it is set up. */
  public ServerConfig config() throws ApiException {
    return transport.call(
        KargoCall.get("system", "server-config"), AnswerReader.of(ServerConfig.class));
  }

  /** Reads what it tells everyone, without a token. */
  public PublicConfig publicConfig() throws ApiException {
    return transport.call(
        KargoCall.get("system", "public-server-config"), AnswerReader.of(PublicConfig.class));
  }

  /** Reads which controllers live; up to 120 seconds late for one that was killed. */
  public Heartbeats heartbeats() throws ApiException {
    return transport.call(
        KargoCall.get("system", "controller-heartbeats"),
        json -> {
          JsonNode answer = AnswerReader.of(JsonNode.class).read(json);
          if (!answer.has("heartbeats") && !answer.has("defaultController")) {
            throw new UnexpectedAnswerException("the answer tells of no controllers");
          }
          return json.getCodec().treeToValue(answer, Heartbeats.class);
        });
  }

  /** Lists the tasks that all projects may use. */
  public List<PromotionTask> clusterTasks() throws ApiException {
    return transport
        .call(KargoCall.get("shared", "cluster-promotion-tasks"), Lists.of(PromotionTask.class))
        .items();
  }

  /** Reads a task that all projects may use. */
  public PromotionTask clusterTask(String task) throws ApiException {
    return transport.call(
        KargoCall.get("shared", "cluster-promotion-tasks", task),
        AnswerReader.of(PromotionTask.class));
  }
}
