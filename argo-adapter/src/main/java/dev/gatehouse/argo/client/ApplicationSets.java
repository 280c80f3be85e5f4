package dev.gatehouse.argo.client;

import dev.gatehouse.argo.http.AnswerReader;
import dev.gatehouse.argo.http.ApiCall;
import dev.gatehouse.argo.http.ArgoCdException;
import dev.gatehouse.argo.http.ArgoCdTransport;
import dev.gatehouse.argo.model.ApplicationSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads application sets and how far their rolling syncs are.
 *
 * <p>Thread-safe. Each method throws an {@link ArgoCdException} when the answer is not a good one.
 */
public final class ApplicationSets {
  private final ArgoCdTransport transport;

  ApplicationSets(ArgoCdTransport transport) {
    this.transport = transport;
  }

  /** Reads one application set. */
  public ApplicationSet get(String name, Optional<String> namespace) throws ArgoCdException {
    return transport.call(
        ApiCall.get("applicationsets", name).with("appsetNamespace", namespace),
        AnswerReader.of(ApplicationSet.class));
  }

  /**
   * Reads those of these projects; of all when there are none.
   *
   * @param selector a label selector
   */
  public List<ApplicationSet> list(List<String> projects, Optional<String> selector)
      throws ArgoCdException {
    ApiCall call = ApiCall.get("applicationsets").with("selector", selector);
    for (String project : projects) {
      call = call.with("projects", project);
    }
    return transport.call(call, Items.of(ApplicationSet.class));
  }
}
