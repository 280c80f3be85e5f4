package dev.gatehouse.testkit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import dev.gatehouse.spi.Pause;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The laws one by one. */
final class ModuleLaws {
  private ModuleLaws() {}

  static ArchRule pointsLeft(String root, String name, List<String> right) {
    String[] forbidden =
        Stream.concat(Stream.of(root), right.stream().map(other -> root + "." + other))
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(root + "." + name)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .because("imports point left; the root and " + right + " are to the right of " + name);
  }

  static ArchRule everyPackageIsNullMarked() {
    return classes()
        .should(
            ArchConditions.have(
                DescribedPredicate.describe(
                    "a package-info with @NullMarked",
                    type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
        .because("absent is Optional or @Nullable, never a surprise");
  }

  static ArchRule packagesHaveSpeakingNames() {
    return noClasses()
        .should()
        .resideInAnyPackage(
            "..util..",
            "..utils..",
            "..common..",
            "..manager..",
            "..helper..",
            "..helpers..",
            "..impl..",
            "..internal..")
        .because("a package says what lives in it; what is private is package-private");
  }

  /** Only {@link Pause} does, so that whoever waits can be given another one. */
  static ArchRule noOneSleeps() {
    return noClasses()
        .that()
        .doNotBelongToAnyOf(Pause.class)
        .should()
        .accessTargetWhere(DescribedPredicate.describe("a thread sleeps", ModuleLaws::sleeps))
        .because("time is driven by hand, so that a test is quick and never flaky");
  }

  private static boolean sleeps(JavaAccess<?> access) {
    boolean thread = access.getTargetOwner().isAssignableTo(Thread.class);
    boolean unit = access.getTargetOwner().isEquivalentTo(TimeUnit.class);
    boolean parked =
        access.getTargetOwner().isEquivalentTo(LockSupport.class)
            && List.of("parkNanos", "parkUntil").contains(access.getName());
    return parked || ((thread || unit) && access.getName().equals("sleep"));
  }

  static ArchRule noOneMocks() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.mockito..", "org.easymock..", "org.powermock..")
        .because("a fake behaves, a mock only agrees");
  }

  static ArchRule onlyHostsMakeCallers() {
    return noClasses()
        .should()
        .callMethod(
            "dev.gatehouse.identity.Caller",
            "authenticated",
            "dev.gatehouse.identity.Actor",
            "java.lang.String")
        .because("what is read from a repository, a file or a server authenticates nobody");
  }

  static ArchRule adaptersJudgeNothing() {
    return noClasses()
        .should()
        .beAssignableTo("dev.gatehouse.gate.Gate")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("dev.gatehouse.promotion")
        .because("the core decides and an adapter translates");
  }

  static ArchRule adaptersLeaveTheEngineAlone() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.gatehouse.engine..")
        .because("only a composition root puts the engine together");
  }
}
