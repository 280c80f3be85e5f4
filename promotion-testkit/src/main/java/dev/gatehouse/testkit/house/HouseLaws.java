package dev.gatehouse.testkit.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The laws of one module, as tests that the module returns from a {@code @TestFactory}.
 *
 * <p>Immutable. An adapter's test reads:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheHouseLaws() {
 *   return HouseLaws.ofAdapter("dev.gatehouse.git", "edit", "tree", "commit").tests();
 * }
 * }</pre>
 *
 * @param root the module's root package
 * @param leftToRight the packages below the root, each to the right of all that it imports; the
 *     root itself is to the right of them all
 * @param adapter whether the module translates and therefore must not decide
 */
public record HouseLaws(String root, List<String> leftToRight, boolean adapter) {
  /** The modules that authenticate, and the ones that stand in for them. */
  private static final Set<String> HOSTS =
      Set.of(
          "dev.gatehouse.app",
          "dev.gatehouse.jenkins",
          "dev.gatehouse.service",
          "dev.gatehouse.testkit",
          "dev.gatehouse.benchmarks");

  /** Copies the list. */
  public HouseLaws {
    leftToRight = List.copyOf(leftToRight);
  }

  /** Returns the laws of a module that is no adapter. */
  public static HouseLaws of(String root, String... leftToRight) {
    return new HouseLaws(root, List.of(leftToRight), false);
  }

  /**
   * Returns the laws of an adapter: it implements ports, judges nothing and leaves the engine
   * alone.
   */
  public static HouseLaws ofAdapter(String root, String... leftToRight) {
    return new HouseLaws(root, List.of(leftToRight), true);
  }

  /** Returns one test for each law, on the classes of the calling module. */
  public Stream<DynamicTest> tests() {
    return tests(
        imported(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS),
        imported(ImportOption.Predefined.ONLY_INCLUDE_TESTS));
  }

  /** Returns one test for each law, on these main and test classes. */
  Stream<DynamicTest> tests(JavaClasses main, JavaClasses tests) {
    List<DynamicTest> laws = new ArrayList<>();
    laws.add(law("the list of packages is complete", () -> requireCompleteList(main)));
    laws.add(law("imports point left", () -> importsPointLeft().forEach(rule -> rule.check(main))));
    laws.add(law("every package is @NullMarked", ModuleLaws.everyPackageIsNullMarked(), main));
    laws.add(
        law("every package has a speaking name", ModuleLaws.packagesHaveSpeakingNames(), main));
    laws.add(law("no one sleeps in main", ModuleLaws.noOneSleeps(), main));
    laws.add(law("no one sleeps in tests", ModuleLaws.noOneSleeps(), tests));
    laws.add(law("no one mocks", ModuleLaws.noOneMocks(), tests));
    laws.add(law("no classes refer in a circle", () -> ClassCycles.check(main)));
    laws.add(law("every port is proven by its contract", () -> PortsAreProven.check(main, tests)));
    if (!HOSTS.contains(root)) {
      laws.add(law("only hosts make callers", ModuleLaws.onlyHostsMakeCallers(), main));
    }
    if (adapter) {
      laws.add(law("an adapter judges nothing", ModuleLaws.adaptersJudgeNothing(), main));
      laws.add(
          law(
              "an adapter leaves the engine alone",
              ModuleLaws.adaptersLeaveTheEngineAlone(),
              main));
    }
    return laws.stream();
  }

  private JavaClasses imported(ImportOption option) {
    return new ClassFileImporter()
        .withImportOption(option)
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
        .withImportOption(location -> !location.contains("/lawbreakers/"))
        .importPackages(root);
  }

  private static DynamicTest law(String name, ArchRule rule, JavaClasses classes) {
    return law(name, () -> rule.allowEmptyShould(true).check(classes));
  }

  private static DynamicTest law(String name, org.junit.jupiter.api.function.Executable check) {
    return DynamicTest.dynamicTest(name, check);
  }

  private Stream<ArchRule> importsPointLeft() {
    return Stream.iterate(0, i -> i + 1)
        .limit(leftToRight.size())
        .map(
            i ->
                ModuleLaws.pointsLeft(
                    root, leftToRight.get(i), leftToRight.subList(i + 1, leftToRight.size())));
  }

  private void requireCompleteList(JavaClasses main) {
    Set<String> found = new TreeSet<>();
    main.forEach(
        type -> {
          if (type.getPackageName().startsWith(root + ".")) {
            found.add(type.getPackageName().substring(root.length() + 1));
          }
        });
    if (!found.equals(new TreeSet<>(leftToRight))) {
      throw new AssertionError("the packages are " + found + " but the list says " + leftToRight);
    }
  }
}
