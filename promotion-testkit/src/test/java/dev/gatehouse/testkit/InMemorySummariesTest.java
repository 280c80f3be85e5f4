package dev.gatehouse.testkit;

import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.testkit.contract.SummariesContractTest;

class InMemorySummariesTest extends SummariesContractTest {
  private final HistoryStore store = new InMemoryHistoryStore();

  @Override
  protected HistoryStore store() {
    return store;
  }
}
