package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;

/** Where Freight comes from, a Warehouse. */
public record FreightOrigin(String kind, String name) {
  /** The origin of nothing. */
  static final FreightOrigin NONE = new FreightOrigin("", "");

  /** Fills what is missing. */
  public FreightOrigin {
    kind = Given.text(kind);
    name = Given.text(name);
  }

  /** The Warehouse of this name. */
  public static FreightOrigin warehouse(String name) {
    return new FreightOrigin("Warehouse", name);
  }

  /** Returns it as Kargo writes it in requests and as the key of maps: {@code Warehouse/app}. */
  public String word() {
    return kind + "/" + name;
  }
}
