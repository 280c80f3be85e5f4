package dev.gatehouse.kargoapi.client;

import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.kargoapi.http.KargoCall;
import dev.gatehouse.kargoapi.model.Warehouse;

/**
 * Reads Warehouses and has them look for Freight.
 *
 * <p>Thread-safe. Each method throws an {@link ApiException} when the answer is not a good one.
 */
public final class Warehouses {
  private final HttpTransport transport;

  Warehouses(HttpTransport transport) {
    this.transport = transport;
  }

  /** Lists the Warehouses of a project; never old. */
  public KargoList<Warehouse> list(String project) throws ApiException {
    return transport.call(
        KargoCall.get("projects", project, "warehouses"), Lists.of(Warehouse.class));
  }

  /** Reads a Warehouse from the server's cache. */
  public Warehouse get(String project, String warehouse) throws ApiException {
    return transport.call(
        KargoCall.get("projects", project, "warehouses", warehouse),
        AnswerReader.of(Warehouse.class));
  }

  /** Has a Warehouse look for Freight now. Needs no right. */
  public void refresh(String project, String warehouse) throws ApiException {
    transport.send(KargoCall.post("projects", project, "warehouses", warehouse, "refresh"));
  }
}
