package dev.gatehouse.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A host gets promotions, an audit and a worker, never the parts that could go around the gates.
 */
class WhatHostsSeeTest {
  private static final Pattern INSIDE =
      Pattern.compile(
          "dev\\.gatehouse\\.(engine|jdbc|git)\\."
              + "|dev\\.gatehouse\\.spi\\.(HistoryStore|WakeUps|DesiredStateWriter|Leases|WriteIntents)");

  @Test
  void nothingPublicHandsOutTheEngineTheStoreOrTheWriter() throws Exception {
    List<Executable> visible =
        publicTypes().stream()
            .flatMap(type -> Stream.concat(methods(type), constructors(type)))
            .filter(one -> Modifier.isPublic(one.getModifiers()))
            .toList();
    assertThat(visible).hasSizeGreaterThan(30);
    assertThat(visible).noneMatch(one -> types(one).anyMatch(WhatHostsSeeTest::isInside));
  }

  @Test
  void aStoreThatIsHandedOutIsSeen() throws Exception {
    assertThat(isInside(Class.forName("dev.gatehouse.spi.HistoryStore"))).isTrue();
    assertThat(isInside(Composition.class.getDeclaredField("engine").getGenericType())).isTrue();
    assertThat(isInside(Audit.class)).isFalse();
  }

  private static boolean isInside(Type type) {
    return INSIDE.matcher(type.getTypeName()).find();
  }

  private static Stream<Executable> methods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods());
  }

  private static Stream<Executable> constructors(Class<?> type) {
    return Arrays.stream(type.getDeclaredConstructors());
  }

  private static Stream<Type> types(Executable one) {
    Stream<Type> takes = Arrays.stream(one.getGenericParameterTypes());
    return one instanceof Method method
        ? Stream.concat(Stream.of(method.getGenericReturnType()), takes)
        : takes;
  }

  private static List<Class<?>> publicTypes()
      throws IOException, URISyntaxException, ClassNotFoundException {
    Path classes =
        Path.of(Composition.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.list(classes.resolve("dev/gatehouse/runtime"))) {
      List<Class<?>> types = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        Class<?> type = Class.forName("dev.gatehouse.runtime." + name);
        if (Modifier.isPublic(type.getModifiers())) {
          types.add(type);
        }
      }
      return types;
    }
  }
}
