package dev.gatehouse.testkit;

import dev.gatehouse.spi.HostRecords;
import dev.gatehouse.testkit.contract.HostRecordsContractTest;

class InMemoryHostRecordsTest extends HostRecordsContractTest {
  private final HostRecords records = new InMemoryHostRecords();

  @Override
  protected HostRecords records() {
    return records;
  }

  @Override
  protected HostRecords reopened() {
    return records;
  }
}
