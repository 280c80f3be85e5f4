package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.lawbreakers.Clocks;
import dev.gatehouse.lawbreakers.Lawbreakers;
import dev.gatehouse.lawbreakers.left.Clerk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every law of the core is broken here once, to see that it bites. */
class LawbreakersTest {
  private static final String ROOT = "dev.gatehouse.lawbreakers";
  private static final JavaClasses ALL = new ClassFileImporter().importPackages(ROOT);

  @Test
  void anImportToTheRightIsFound() {
    assertThat(
            CoreLaws.importsPointLeft(ROOT, List.of("left", "right"))
                .filter(law -> breaks(law, ALL)))
        .hasSize(1);
    assertThat(
            CoreLaws.importsPointLeft(ROOT, List.of("right", "left"))
                .filter(law -> breaks(law, ALL)))
        .isEmpty();
  }

  @Test
  void anUnlistedPackageIsFound() {
    assertThat(CoreLaws.packages(ALL, ROOT)).containsExactly("left", "right");
  }

  @Test
  void aLibraryIsFound() {
    assertBroken(CoreLaws.needsOnlyTheJdk(), Lawbreakers.NeedsALibrary.class);
  }

  @Test
  void aTypeNamedAfterAControlPlaneIsFound() {
    assertBroken(CoreLaws.noTypeIsNamedAfterAControlPlane(), Lawbreakers.KargoPromoter.class);
  }

  @TestFactory
  List<DynamicTest> everyWayToReadTheWallClockIsFound() {
    return List.of(Clocks.class.getDeclaredClasses()).stream()
        .map(
            way ->
                DynamicTest.dynamicTest(
                    way.getSimpleName(),
                    () -> assertBroken(CoreLaws.noOneReadsTheWallClock(), way)))
        .toList();
  }

  @Test
  void aStrayExceptionIsFound() {
    assertBroken(CoreLaws.onlyOneFamilyIsThrown(), Lawbreakers.StrayException.class);
  }

  @Test
  void aPackageWithoutNullMarkedIsFound() {
    assertBroken(CoreLaws.everyPackageIsNullMarked(), Clerk.class);
  }

  @Test
  void aSleepIsFound() {
    assertBroken(CoreLaws.noOneSleeps(), Lawbreakers.Sleeper.class);
  }

  @Test
  void aMissingTagAndATagOutOfStepAreFound() {
    assertThat(SealedTags.sealedInterfaces(ALL)).hasSize(2);
    assertThat(SealedTags.problem(Lawbreakers.Untagged.class)).isPresent();
    assertThat(SealedTags.problem(Lawbreakers.OutOfStep.class))
        .hasValueSatisfying(problem -> assertThat(problem).contains("NOT_TOLD"));
  }

  @Test
  void aCollectionThatIsNotCopiedIsFound() {
    assertThat(CopiedComponents.records(ALL)).hasSize(3);
    assertThat(problems(Lawbreakers.KeepsTheList.class))
        .hasValueSatisfying(found -> assertThat(found).hasSize(1));
    assertThat(problems(Lawbreakers.KeepsAView.class))
        .hasValueSatisfying(found -> assertThat(found).hasSize(1));
    assertThat(problems(Lawbreakers.HandsOutItsSet.class))
        .hasValueSatisfying(found -> assertThat(found).hasSize(1));
  }

  private static Optional<List<String>> problems(Class<?> type) {
    return new CopiedComponents().problems(type);
  }

  private static boolean breaks(ArchRule law, JavaClasses classes) {
    return law.evaluate(classes).hasViolation();
  }

  private static void assertBroken(ArchRule law, Class<?> lawbreaker) {
    JavaClasses only = new ClassFileImporter().importClasses(lawbreaker);
    assertThatThrownBy(() -> law.check(only)).isInstanceOf(AssertionError.class);
  }
}
