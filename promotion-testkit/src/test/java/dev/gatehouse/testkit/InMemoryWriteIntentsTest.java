package dev.gatehouse.testkit;

import dev.gatehouse.spi.Leases;
import dev.gatehouse.spi.WriteIntents;
import dev.gatehouse.testkit.contract.WriteIntentsContractTest;

class InMemoryWriteIntentsTest extends WriteIntentsContractTest {
  private final InMemoryLeases leases = new InMemoryLeases();
  private final WriteIntents intents = new InMemoryWriteIntents(leases);

  @Override
  protected WriteIntents intents() {
    return intents;
  }

  @Override
  protected Leases leases() {
    return leases;
  }

  @Override
  protected WriteIntents reopened() {
    return intents;
  }
}
