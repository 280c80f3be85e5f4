package dev.gatehouse.view;

import dev.gatehouse.testkit.house.HouseLaws;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
  @TestFactory
  Stream<DynamicTest> keepsTheHouseLaws() {
    return HouseLaws.of("dev.gatehouse.view").tests();
  }
}
