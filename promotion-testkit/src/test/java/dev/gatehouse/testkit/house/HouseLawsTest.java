package dev.gatehouse.testkit.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The laws bite on a lawbreaker, and this module keeps them. */
class HouseLawsTest {
  private static final String BROKEN = "dev.gatehouse.testkit.lawbreakers";

  @TestFactory
  Stream<DynamicTest> keepsTheHouseLaws() {
    return HouseLaws.of("dev.gatehouse.testkit", "contract", "house").tests();
  }

  @Test
  void everyLawFindsItsLawbreaker() {
    JavaClasses classes = new ClassFileImporter().importPackages(BROKEN);
    List<String> kept =
        HouseLaws.ofAdapter(BROKEN)
            .tests(classes, classes)
            .filter(HouseLawsTest::passes)
            .map(DynamicTest::getDisplayName)
            .toList();
    assertThat(kept).containsExactly("imports point left");
  }

  @Test
  void anImportToTheRightIsFound() {
    JavaClasses house = new ClassFileImporter().importPackages("dev.gatehouse.testkit");
    assertThat(
            ModuleLaws.pointsLeft("dev.gatehouse.testkit", "lawbreakers.impl", List.of("house"))
                .evaluate(house))
        .matches(result -> !result.hasViolation());
    assertThat(
            ModuleLaws.pointsLeft("dev.gatehouse", "testkit.lawbreakers.impl", List.of("gate"))
                .evaluate(house))
        .matches(result -> result.hasViolation());
  }

  private static boolean passes(DynamicTest test) {
    try {
      test.getExecutable().execute();
      return true;
    } catch (Throwable broken) {
      return false;
    }
  }
}
