package dev.gatehouse.kargoapi;

import dev.gatehouse.testkit.house.HouseLaws;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseLawsTest {
  @TestFactory
  Stream<DynamicTest> keepsTheHouseLaws() {
    return HouseLaws.ofAdapter("dev.gatehouse.kargoapi", "model", "http", "client", "stream")
        .tests();
  }
}
