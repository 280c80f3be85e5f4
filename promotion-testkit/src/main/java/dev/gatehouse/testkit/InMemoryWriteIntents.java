package dev.gatehouse.testkit;

import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.Lease;
import dev.gatehouse.spi.WriteIntent;
import dev.gatehouse.spi.WriteIntents;
import dev.gatehouse.stage.TargetName;
import java.util.ArrayList;
import java.util.List;

/** Write intents in memory, under leases in memory; thread-safe. */
public final class InMemoryWriteIntents implements WriteIntents {
  private final InMemoryLeases leases;
  private final List<WriteIntent> intents = new ArrayList<>();

  /** Creates an empty place that believes these leases. */
  public InMemoryWriteIntents(InMemoryLeases leases) {
    this.leases = leases;
  }

  @Override
  public void record(Lease lease, List<WriteIntent> added, List<WriteIntent> lost) {
    synchronized (leases) {
      if (!leases.isCurrent(lease)) {
        throw lease.lost();
      }
      intents.removeAll(lost);
      intents.addAll(added);
    }
  }

  @Override
  public List<WriteIntent> of(PromotionId promotion, TargetName target) {
    synchronized (leases) {
      return intents.stream()
          .filter(i -> i.promotion().equals(promotion) && i.target().equals(target))
          .toList();
    }
  }
}
