package dev.gatehouse.kargoapi.client;

import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.kargoapi.http.KargoCall;
import dev.gatehouse.kargoapi.model.Freight;
import java.util.List;

/**
 * Reads Freight, approves it and names it.
 *
 * <p>Thread-safe. Each method throws an {@link ApiException} when the answer is not a good one.
 */
public final class Freights {
  private final HttpTransport transport;

  Freights(HttpTransport transport) {
    this.transport = transport;
  }

  /** Lists the Freight of a project; never old. */
  public KargoList<Freight> list(String project) throws ApiException {
    return transport.call(KargoCall.get("projects", project, "freight"), Lists.freight());
  }

  /** Lists the Freight of some Warehouses. */
  public KargoList<Freight> ofWarehouses(String project, List<String> warehouses)
      throws ApiException {
    ApiCall call = KargoCall.get("projects", project, "freight");
    for (String each : warehouses) {
      call = call.with("origins", each);
    }
    return transport.call(call, Lists.freight());
  }

  /** Lists the Freight that may be promoted to a Stage now; the list has no version. */
  public KargoList<Freight> availableTo(String project, String stage) throws ApiException {
    return transport.call(
        KargoCall.get("projects", project, "freight").with("stage", stage), Lists.freight());
  }

  /** Reads Freight by name or alias, from the server's cache. */
  public Freight get(String project, String nameOrAlias) throws ApiException {
    return transport.call(
        KargoCall.get("projects", project, "freight", nameOrAlias), AnswerReader.of(Freight.class));
  }

  /**
   * Approves Freight for a Stage, past verification and soak; again does nothing. There is no way
   * to take it back, and Kargo does not keep who it was.
   */
  public void approve(String project, String nameOrAlias, String stage) throws ApiException {
    transport.send(
        KargoCall.post("projects", project, "freight", nameOrAlias, "approve")
            .with("stage", stage));
  }

  /** Gives Freight another alias; the old one names nothing from now on. */
  public void alias(String project, String nameOrAlias, String alias) throws ApiException {
    transport.send(
        KargoCall.of("PATCH", "projects", project, "freight", nameOrAlias, "alias")
            .with("newAlias", alias));
  }
}
