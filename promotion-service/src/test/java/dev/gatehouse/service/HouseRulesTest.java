package dev.gatehouse.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.testkit.house.HouseLaws;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.gatehouse.service");

  @TestFactory
  Stream<DynamicTest> keepsTheHouseLaws() {
    return HouseLaws.of("dev.gatehouse.service", "web", "health", "token", "rest").tests();
  }

  @Test
  void theServiceSeesNothingBehindTheRuntime() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.gatehouse.engine..",
            "dev.gatehouse.jdbc..",
            "dev.gatehouse.git..",
            "dev.gatehouse.argo..",
            "dev.gatehouse.config..",
            "dev.gatehouse.app..")
        .check(MAIN);
  }

  @Test
  void theHttpLibraryIsSeenInOnePackageOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.gatehouse.service.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.undertow..", "org.xnio..")
        .check(MAIN);
  }

  @Test
  void onlyTheLoginMakesCallers() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Login")
        .should()
        .callMethod(Caller.class, "authenticated", Actor.class, String.class)
        .check(MAIN);
  }
}
