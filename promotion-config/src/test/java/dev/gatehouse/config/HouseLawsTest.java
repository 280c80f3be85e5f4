package dev.gatehouse.config;

import dev.gatehouse.testkit.house.HouseLaws;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseLawsTest {
  @TestFactory
  Stream<DynamicTest> keepsTheHouseLaws() {
    return HouseLaws.of(
            "dev.gatehouse.config",
            "problem",
            "yaml",
            "shape",
            "recurrence",
            "settings",
            "document",
            "controlplane",
            "assembly")
        .tests();
  }
}
