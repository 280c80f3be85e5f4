package dev.gatehouse.testkit;

import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.testkit.contract.TimelineContractTest;

class InMemoryTimelineTest extends TimelineContractTest {
  private final HistoryStore store = new InMemoryHistoryStore();

  @Override
  protected HistoryStore store() {
    return store;
  }

  @Override
  protected HistoryStore reopened() {
    return store;
  }
}
