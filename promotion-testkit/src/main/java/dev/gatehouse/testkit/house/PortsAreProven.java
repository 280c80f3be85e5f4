package dev.gatehouse.testkit.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.stream.Stream;

/**
 * Anyone who implements a port extends the port's contract suite in its tests.
 *
 * <p>The suite of the port {@code HistoryStore} is a class {@code HistoryStoreContractTest}; the
 * test that extends it uses something of the implementor's package.
 */
final class PortsAreProven {
  private static final String PORTS = "dev.gatehouse.spi";

  private PortsAreProven() {}

  static void check(JavaClasses main, JavaClasses tests) {
    List<String> unproven = main.stream().flatMap(type -> unproven(type, tests)).toList();
    if (!unproven.isEmpty()) {
      throw new AssertionError(String.join(System.lineSeparator(), unproven));
    }
  }

  private static Stream<String> unproven(JavaClass type, JavaClasses tests) {
    if (type.isInterface()
        || type.isAnonymousClass()
        || type.getModifiers().contains(JavaModifier.ABSTRACT)) {
      return Stream.empty();
    }
    return type.getAllRawInterfaces().stream()
        .filter(port -> port.getPackageName().equals(PORTS))
        .filter(port -> !isSealed(port))
        .filter(port -> tests.stream().noneMatch(test -> proves(test, port, type)))
        .map(
            port ->
                type.getName()
                    + " implements "
                    + port.getSimpleName()
                    + ", and no test of it extends "
                    + port.getSimpleName()
                    + "ContractTest");
  }

  private static boolean isSealed(JavaClass port) {
    return port.reflect().isSealed();
  }

  private static boolean proves(JavaClass test, JavaClass port, JavaClass implementor) {
    boolean extendsContract =
        test.getAllRawSuperclasses().stream()
            .anyMatch(
                parent -> parent.getSimpleName().equals(port.getSimpleName() + "ContractTest"));
    return extendsContract && isNear(test, implementor.getPackageName());
  }

  private static boolean isNear(JavaClass test, String home) {
    return test.getPackageName().equals(home)
        || test.getDirectDependenciesFromSelf().stream()
            .anyMatch(dependency -> dependency.getTargetClass().getPackageName().equals(home));
  }
}
