package dev.gatehouse.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CanonicalDigestTest {
  private record One(String name) {}

  private record Two(String name) {}

  private enum Colour {
    RED
  }

  @TestFactory
  Stream<DynamicTest> differentValuesHaveDifferentDigests() {
    return Stream.of(
            List.<Object>of(List.of("a", "b"), List.of("ab")),
            List.<Object>of(List.of("a", "b"), List.of("b", "a")),
            List.<Object>of(List.of(List.of("a"), "b"), List.of("a", List.of("b"))),
            List.<Object>of(List.of("a"), Set.of("a")),
            List.<Object>of("1", 1),
            List.<Object>of("true", true),
            List.<Object>of(Optional.empty(), ""),
            List.<Object>of(Optional.of("a"), "a"),
            List.<Object>of(List.of(), Map.of()),
            List.<Object>of(Map.of("a", "b"), Map.of("b", "a")),
            List.<Object>of(Colour.RED, "RED"),
            List.<Object>of(Duration.ofHours(1), "PT1H"),
            List.<Object>of("a\uD800", "a?"),
            List.<Object>of("a\uD800", "a\uDBFF"),
            List.<Object>of("\uDC00\uD800", "\uD800\uDC00"),
            List.<Object>of(Map.of("\uD800", 1), Map.of("?", 1)),
            List.<Object>of(new One("a"), new Two("a")),
            List.<Object>of(new One("a"), new One("b")))
        .map(
            pair ->
                DynamicTest.dynamicTest(
                    pair.toString(),
                    () -> assertThat(hex(pair.get(0))).isNotEqualTo(hex(pair.get(1)))));
  }

  @Property
  void textsOfAnyUnitsHaveDifferentDigests(
      @ForAll("units") String one, @ForAll("units") String other) {
    assertThat(hex(one).equals(hex(other))).isEqualTo(one.equals(other));
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.of('a', '?', '\uD800', '\uDBFF', '\uDC00', '\uFFFD')
        .list()
        .ofMaxSize(4)
        .map(units -> units.stream().map(String::valueOf).collect(Collectors.joining()));
  }

  @Test
  void theOrderOfSetsAndMapsDoesNotMatter() {
    assertThat(hex(new LinkedHashSet<>(List.of("a", "b"))))
        .isEqualTo(hex(new LinkedHashSet<>(List.of("b", "a"))));
    Map<String, Integer> one = new LinkedHashMap<>(Map.of("a", 1));
    one.put("b", 2);
    Map<String, Integer> other = new LinkedHashMap<>(Map.of("b", 2));
    other.put("a", 1);
    assertThat(hex(one)).isEqualTo(hex(other));
  }

  @Test
  void theKindOfListDoesNotMatter() {
    assertThat(hex(Arrays.asList("a", "b"))).isEqualTo(hex(List.of("a", "b")));
  }

  @Test
  void aValueWithoutACanonicalFormIsRefused() {
    assertThatThrownBy(() -> hex(new java.util.BitSet()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BitSet");
  }

  @Test
  void theDigestIsTheSameOnEveryMachine() {
    assertThat(hex(List.of("a", 1, Optional.of(new One("b")))))
        .isEqualTo("9c41d79e21585025ce85d28a0dc55a60e5121f15ca24f484e9a819f125b71c63");
  }

  private static String hex(Object value) {
    return new CanonicalDigest().add(value).hex();
  }
}
