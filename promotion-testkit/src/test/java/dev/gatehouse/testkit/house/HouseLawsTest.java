package dev.gatehouse.testkit.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gatehouse.engine.PromotionEngine;
import dev.gatehouse.spi.Pause;
import dev.gatehouse.testkit.lawbreakers.impl.Lawbreakers;
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

  @Test
  void aParkedThreadSleepsAndOnlyThePauseMay() {
    assertThat(ModuleLaws.noOneSleeps().evaluate(parking()).hasViolation()).isTrue();
    JavaClasses pause = new ClassFileImporter().importClasses(Pause.class);
    assertThat(ModuleLaws.noOneSleeps().allowEmptyShould(true).evaluate(pause).hasViolation())
        .isFalse();
  }

  private static JavaClasses parking() {
    return new ClassFileImporter().importClasses(Lawbreakers.Parker.class);
  }

  @Test
  void onlyTheCircleOfBorrowedStaticsIsFound() {
    JavaClasses classes = new ClassFileImporter().importPackages(BROKEN + ".circle");
    assertThatThrownBy(() -> ClassCycles.check(classes))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(".circle: 2 classes")
        .hasMessageContaining("Borrower.java:6")
        .hasMessageContaining("Lender.java:6")
        .hasMessageNotContainingAny("Round", "Built", "Text");
  }

  @Test
  void classesOfTheCoreDoNotReferInACircle() {
    JavaClasses core =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/testkit/"))
            .importPackages("dev.gatehouse");
    assertThat(core.contain(PromotionEngine.class)).isTrue();
    ClassCycles.check(core);
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
