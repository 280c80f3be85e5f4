package dev.gatehouse.kargoapi.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/** Where Freight comes from, and how that goes. */
public record Warehouse(ObjectMeta metadata, Spec spec, Status status) {
  /** Fills what is missing; refuses an answer that names no Warehouse. */
  public Warehouse {
    metadata = ObjectMeta.named(metadata, "Warehouse");
    spec = Given.or(spec, Spec.EMPTY);
    status = Given.or(status, Status.EMPTY);
  }

  /** Returns its name. */
  public String name() {
    return metadata.name();
  }

  /**
   * What it looks at.
   *
   * @param interval as Go writes durations
   * @param subscriptions one object each, with a key that says of what: git, image, chart
   */
  public record Spec(
      Optional<String> shard,
      Optional<String> interval,
      Optional<String> freightCreationPolicy,
      List<JsonPart> subscriptions) {
    private static final Spec EMPTY =
        new Spec(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /** Fills what is missing. */
    public Spec {
      shard = Given.filled(shard);
      interval = Given.filled(interval);
      freightCreationPolicy = Given.filled(freightCreationPolicy);
      subscriptions = Given.list(subscriptions);
    }
  }

  /** What it has found. */
  public record Status(
      List<Condition> conditions,
      long observedGeneration,
      @JsonProperty("lastFreightID") Optional<String> lastFreight,
      Optional<String> lastHandledRefresh) {
    private static final Status EMPTY =
        new Status(List.of(), 0, Optional.empty(), Optional.empty());

    /** Fills what is missing. */
    public Status {
      conditions = Given.list(conditions);
      lastFreight = Given.filled(lastFreight);
      lastHandledRefresh = Given.filled(lastHandledRefresh);
    }
  }
}
