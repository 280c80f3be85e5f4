package dev.gatehouse.app;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.identity.Grant;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.identity.Scope;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.policy.Rulebook;
import org.junit.jupiter.api.Test;

class OnlyThroughTheRuntimeTest {
  private static final JavaClasses COMMAND =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.gatehouse.app");

  @Test
  void theCommandReachesEngineLedgerAndGitOnlyThroughTheRuntime() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.gatehouse.engine..", "dev.gatehouse.jdbc..", "dev.gatehouse.git..")
        .check(COMMAND);
  }

  @Test
  void theCommandAsksForNoRightItself() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Rights.class, Verb.class, Grant.class, Scope.class)
        .orShould()
        .callMethodWhere(target(owner(assignableTo(Rulebook.class))).and(target(name("refusal"))))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(Directory.class)))
                .and(target(nameMatching("refusal|admits|today"))))
        .check(COMMAND);
  }

  @Test
  void theCommandMakesItsCallerInOnePlace() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Session")
        .should()
        .callMethod(Caller.class, "authenticated", Actor.class, String.class)
        .check(COMMAND);
  }
}
