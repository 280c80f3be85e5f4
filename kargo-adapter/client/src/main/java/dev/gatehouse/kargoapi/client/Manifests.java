package dev.gatehouse.kargoapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.UnexpectedAnswerException;
import dev.gatehouse.kargoapi.http.KargoCall;
import java.util.List;

/**
 * Writes Kargo's objects as manifests.
 *
 * <p>They go as JSON, for YAML 1.1 would read {@code n} and {@code y} as truths. Of several some
 * may fail under a good status: look at each {@link AppliedManifest#error()}. Thread-safe; each
 * method throws an {@link ApiException} when the answer is not a good one.
 */
public final class Manifests {
  private final HttpTransport transport;

  Manifests(HttpTransport transport) {
    this.transport = transport;
  }

  /** Creates objects; the answer is in their order. */
  public List<AppliedManifest> create(List<JsonNode> manifests) throws ApiException {
    return applied(KargoCall.post("resources").documents(manifests), manifests.size());
  }

  /**
   * Puts objects in the place of those that are there, without a check of versions: annotations
   * that are not sent are gone.
   *
   * @param create whether to create those that are not there
   */
  public List<AppliedManifest> replace(List<JsonNode> manifests, boolean create)
      throws ApiException {
    ApiCall call = KargoCall.of("PUT", "resources").documents(manifests);
    return applied(create ? call.with("upsert", "true") : call, manifests.size());
  }

  /** Deletes objects; a Stage takes all its Promotions with it, also those that run. */
  public List<AppliedManifest> delete(List<JsonNode> manifests) throws ApiException {
    return applied(KargoCall.of("DELETE", "resources").documents(manifests), manifests.size());
  }

  private List<AppliedManifest> applied(ApiCall call, int sent) throws ApiException {
    return transport.call(
        call,
        json -> {
          JsonNode results = AnswerReader.of(JsonNode.class).read(json).path("results");
          List<AppliedManifest> applied = Lists.items(json, results, AppliedManifest.class);
          if (applied.size() != sent) {
            throw new UnexpectedAnswerException(
                "the answer tells of " + applied.size() + " of " + sent + " manifests");
          }
          return applied;
        });
  }
}
