package dev.gatehouse.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.PromotionEngine;
import dev.gatehouse.jdbc.JdbcPlatform;
import dev.gatehouse.spi.DesiredStateWriter;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.spi.WakeUps;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A host gets promotions, an audit and a worker, never the parts that could go around the gates.
 */
class WhatHostsSeeTest {
  private static final Set<Class<?>> INSIDE =
      Set.of(
          PromotionEngine.class,
          HistoryStore.class,
          WakeUps.class,
          DesiredStateWriter.class,
          JdbcPlatform.class);

  @Test
  void noPublicMethodHandsOutTheEngineTheStoreOrTheWriter() {
    List<Method> visible =
        Stream.of(Composition.class, Audit.class, Worker.class, Opening.class, RulesFile.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .toList();
    assertThat(visible).hasSizeGreaterThan(15);
    assertThat(visible)
        .noneMatch(
            method ->
                INSIDE.contains(method.getReturnType())
                    || Arrays.stream(method.getParameterTypes()).anyMatch(INSIDE::contains));
  }
}
