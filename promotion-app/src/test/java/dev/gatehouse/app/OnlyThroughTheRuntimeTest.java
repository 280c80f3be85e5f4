package dev.gatehouse.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class OnlyThroughTheRuntimeTest {
  @Test
  void theCommandReachesEngineLedgerAndGitOnlyThroughTheRuntime() {
    noClasses()
        .that()
        .resideInAPackage("dev.gatehouse.app..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.gatehouse.engine..", "dev.gatehouse.jdbc..", "dev.gatehouse.git..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.gatehouse.app"));
  }
}
