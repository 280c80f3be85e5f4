package dev.gatehouse.argo;

import dev.gatehouse.testkit.house.HouseLaws;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseLawsTest {
  @TestFactory
  Stream<DynamicTest> keepsTheHouseLaws() {
    return HouseLaws.ofAdapter(
            "dev.gatehouse.argo", "application", "watch", "window", "live", "diff", "analysis")
        .tests();
  }
}
