package dev.gatehouse.testkit;

import dev.gatehouse.spi.Leases;
import dev.gatehouse.testkit.contract.LeasesContractTest;

class InMemoryLeasesTest extends LeasesContractTest {
  private final Leases leases = new InMemoryLeases();

  @Override
  protected Leases leases() {
    return leases;
  }

  @Override
  protected Leases reopened() {
    return leases;
  }
}
