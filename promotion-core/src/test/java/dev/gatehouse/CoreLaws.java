package dev.gatehouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.spi.Pause;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The laws of the core, each usable on the core and on a lawbreaker. */
final class CoreLaws {
  private CoreLaws() {}

  /** Packages stand in one ordered list and import only what is to their left. */
  static Stream<ArchRule> importsPointLeft(String root, List<String> leftToRight) {
    return Stream.iterate(0, i -> i + 1)
        .limit(leftToRight.size())
        .map(
            i ->
                pointsLeft(
                    root, leftToRight.get(i), leftToRight.subList(i + 1, leftToRight.size())));
  }

  private static ArchRule pointsLeft(String root, String name, List<String> right) {
    String[] forbidden =
        right.stream().map(other -> root + "." + other + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(root + "." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .because("imports point left and " + right + " are to the right of " + name);
  }

  /** Returns the packages that exist under the root, without the root itself. */
  static Set<String> packages(JavaClasses classes, String root) {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      if (type.getPackageName().startsWith(root + ".")) {
        found.add(type.getPackageName().substring(root.length() + 1));
      }
    }
    return found;
  }

  static ArchRule needsOnlyTheJdk() {
    return classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "dev.gatehouse..", "org.jspecify.annotations")
        .because("the core is loaded inside other programs and brings nothing with it");
  }

  /**
   * Risk rules read manifests of control planes, and an update may edit one; nothing else in the
   * core knows any of them.
   */
  static ArchRule noTypeIsNamedAfterAControlPlane() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("dev.gatehouse.risk..")
        .should()
        .haveNameMatching(
            ".*\\.(?!Update\\$ArgoTargetRevision$)[^.]*(Argo|Kargo|Flux|Spinnaker)[^.]*")
        .because("each adapter brings its kind of control plane; the core knows none");
  }

  static ArchRule noOneReadsTheWallClock() {
    return noClasses()
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("the wall clock is read", CoreLaws::readsTheWallClock))
        .because("time is an argument");
  }

  private static boolean readsTheWallClock(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getName();
    boolean now = owner.getPackageName().startsWith("java.time") && name.equals("now");
    boolean system = owner.getPackageName().startsWith("java.time") && name.startsWith("system");
    boolean tick = owner.isEquivalentTo(java.time.Clock.class) && name.startsWith("tick");
    boolean millis = owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
    boolean calendar = owner.isAssignableTo(java.util.Calendar.class) && name.equals("getInstance");
    return now || system || tick || millis || calendar || isNewDate(access);
  }

  private static boolean isNewDate(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(Date.class)
        && access instanceof com.tngtech.archunit.core.domain.JavaConstructorCall call
        && call.getTarget().getRawParameterTypes().isEmpty();
  }

  static ArchRule onlyOneFamilyIsThrown() {
    return classes()
        .that()
        .areAssignableTo(Throwable.class)
        .should()
        .beAssignableTo("dev.gatehouse.reason.PromotionException")
        .allowEmptyShould(true)
        .because("refusal is a value, breakage has one root, so that an adapter has one catch");
  }

  static ArchRule everyPackageIsNullMarked() {
    return classes()
        .should(
            com.tngtech.archunit.lang.conditions.ArchConditions.have(
                DescribedPredicate.describe(
                    "a package-info with @NullMarked",
                    type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
        .because("absent is Optional or @Nullable, never a surprise");
  }

  static ArchRule noOneSleeps() {
    return noClasses()
        .that()
        .doNotBelongToAnyOf(Pause.class)
        .should()
        .accessTargetWhere(DescribedPredicate.describe("a thread sleeps", CoreLaws::sleeps))
        .because("time is driven by hand, so that a test is quick and never flaky");
  }

  private static boolean sleeps(JavaAccess<?> access) {
    boolean thread = access.getTargetOwner().isAssignableTo(Thread.class);
    boolean unit = access.getTargetOwner().isEquivalentTo(java.util.concurrent.TimeUnit.class);
    return (thread || unit) && access.getName().equals("sleep");
  }
}
