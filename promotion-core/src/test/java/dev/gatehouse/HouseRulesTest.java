package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The laws of the core. Each is proven to bite in {@link LawbreakersTest}. */
class HouseRulesTest {
  /** A new package goes to the right of all that it imports. */
  private static final List<String> LEFT_TO_RIGHT =
      List.of(
          "reason",
          "identity",
          "change",
          "stage",
          "evidence",
          "risk",
          "policy",
          "plan",
          "approval",
          "gate",
          "history",
          "promotion",
          "api",
          "spi",
          "engine");

  private static final int RECORDS_THAT_MUST_BE_MADE = 30;

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.gatehouse");

  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/lawbreakers/"))
          .importPackages("dev.gatehouse");

  @Test
  void importsPointLeft() {
    CoreLaws.importsPointLeft("dev.gatehouse", LEFT_TO_RIGHT).forEach(law -> law.check(CORE));
  }

  @Test
  void theListOfPackagesIsComplete() {
    assertThat(CoreLaws.packages(CORE, "dev.gatehouse"))
        .containsExactlyInAnyOrderElementsOf(LEFT_TO_RIGHT);
  }

  @Test
  void noTypeIsNamedAfterAControlPlane() {
    CoreLaws.noTypeIsNamedAfterAControlPlane().check(CORE);
  }

  @Test
  void coreNeedsOnlyTheJdk() {
    CoreLaws.needsOnlyTheJdk().check(CORE);
  }

  @Test
  void noOneReadsTheWallClock() {
    CoreLaws.noOneReadsTheWallClock().check(CORE);
  }

  @Test
  void onlyOneFamilyIsThrown() {
    CoreLaws.onlyOneFamilyIsThrown().check(CORE);
  }

  @Test
  void everyPackageIsNullMarked() {
    CoreLaws.everyPackageIsNullMarked().check(CORE);
  }

  @Test
  void noOneSleeps() {
    CoreLaws.noOneSleeps().check(CORE);
    CoreLaws.noOneSleeps().check(TESTS);
  }

  @Test
  void everySealedInterfaceMatchesItsTag() {
    List<Class<?>> sealed = SealedTags.sealedInterfaces(CORE);
    assertThat(sealed).isNotEmpty();
    assertThat(sealed.stream().map(SealedTags::problem).flatMap(Optional::stream)).isEmpty();
  }

  @Test
  void everyRecordCopiesItsCollections() {
    CopiedComponents law = new CopiedComponents();
    List<String> problems = new ArrayList<>();
    List<String> notMade = new ArrayList<>();
    List<Class<?>> records = CopiedComponents.records(CORE);
    for (Class<?> type : records) {
      law.problems(type).ifPresentOrElse(problems::addAll, () -> notMade.add(type.getName()));
    }
    assertThat(problems).isEmpty();
    assertThat(records.size() - notMade.size())
        .as("records with a collection that could be made; not made: %s", notMade)
        .isGreaterThanOrEqualTo(RECORDS_THAT_MUST_BE_MADE);
  }
}
