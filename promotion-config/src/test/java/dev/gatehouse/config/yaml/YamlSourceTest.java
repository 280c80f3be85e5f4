package dev.gatehouse.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlSourceTest {
  private final Problems problems = new Problems("gatehouse.yaml");

  @Test
  void mergedKeysKeepTheirLinesAndOwnKeysWin() {
    YamlTree.Mapping root =
        (YamlTree.Mapping)
            read("base: &base\n  a: 1\n  b: 2\nuse:\n  <<: *base\n  b: 3\n").orElseThrow();
    YamlTree.Mapping use = (YamlTree.Mapping) root.get("use").orElseThrow();
    assertThat(use.get("a").orElseThrow().line()).isEqualTo(2);
    assertThat(use.get("b").orElseThrow().line()).isEqualTo(6);
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void aLaterSourceOfAMergeFillsGapsOnly() {
    YamlTree.Mapping root =
        (YamlTree.Mapping)
            read("a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc:\n  <<: [*a, *b]\n").orElseThrow();
    YamlTree.Mapping merged = (YamlTree.Mapping) root.get("c").orElseThrow();
    assertThat(merged.get("x").orElseThrow().found()).isEqualTo("the number 1");
    assertThat(merged.get("y").orElseThrow().found()).isEqualTo("the number 2");
  }

  @Test
  void aBombOfAliasesIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a%d: &a%d [".formatted(i, i)).append((before + ", ").repeat(9));
      bomb.append(before).append("]\n");
    }
    assertThat(read(bomb.toString())).isEmpty();
    assertThat(report()).contains("once its aliases are followed");
  }

  @Test
  void depthIsLimited() {
    assertThat(read("[".repeat(100_000))).isEmpty();
    assertThat(report()).contains("nested deeper than 40 levels");
  }

  @Test
  void sizeIsLimited() {
    assertThat(read("a: " + "x".repeat(1 << 20))).isEmpty();
    assertThat(report()).contains("1,048,579 bytes");
  }

  @Test
  void anAnchorInsideItselfIsRefused() {
    read("a: &a [*a]\n");
    assertThat(report()).contains("Alias *a has no anchor before it, or is inside its own anchor.");
  }

  @Test
  void bytesThatAreNotTextAreRefused() {
    Optional<YamlTree> tree =
        new YamlSource(YamlLimits.DEFAULT).read(new byte[] {'a', (byte) 0xff, 0}, problems);
    assertThat(tree).isEmpty();
    assertThat(report()).contains("not UTF-8");
  }

  @Test
  void aByteOrderMarkIsNoMistake() {
    assertThat(read("\uFEFFa: 1\n")).isPresent();
    assertThat(problems.isEmpty()).isTrue();
  }

  private Optional<YamlTree> read(String text) {
    return new YamlSource(YamlLimits.DEFAULT).read(text.getBytes(StandardCharsets.UTF_8), problems);
  }

  private String report() {
    return problems.inFileOrder().toString();
  }
}
